namespace Indexer.Domain;

/// <summary>
/// The wrapped PHA (W-PHA, asset 10000) of an account that is none of a pool's: what it can delegate, vote with or unwrap. That of pools is their free
/// value and their owners' reward.
/// </summary>
public sealed record WrappedBalance : StateRow
{
    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Its wrapped PHA, one for one in PHA.</summary>
    public required Pha Balance { get; init; }

    internal override IEnumerable<AccountId> Accounts => [Account];
}
