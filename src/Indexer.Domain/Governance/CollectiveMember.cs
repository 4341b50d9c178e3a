namespace Indexer.Domain;

/// <summary>A seat or candidacy of an account. Its versions tell who sat when.</summary>
public sealed record CollectiveMember : StateRow
{
    /// <summary>The body.</summary>
    public required CollectiveBody Body { get; init; }

    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>What it is there.</summary>
    public required CollectiveRole Role { get; init; }

    /// <summary>PHA that backed it in its election; zero while it was in none.</summary>
    public Pha Backing { get; init; }

    internal override IEnumerable<AccountId> Accounts => [Account];
}
