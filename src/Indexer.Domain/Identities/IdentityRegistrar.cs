namespace Indexer.Domain;

/// <summary>Who judges identities on a parachain (pallet identity).</summary>
public sealed record IdentityRegistrar : StateRow
{
    /// <summary>Its number, by which judgements name it.</summary>
    public required int RegistrarId { get; init; }

    /// <summary>Its account.</summary>
    public required AccountId Registrar { get; init; }

    internal override IEnumerable<AccountId> Accounts => [Registrar];
}
