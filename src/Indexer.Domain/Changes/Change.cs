namespace Indexer.Domain;

/// <summary>
/// What a handler makes of an event: a fact for the ledger, or a change of state that is no sum of facts. Changes are
/// applied in order, each to the state that the ones before left.
/// </summary>
public abstract record Change
{
    /// <summary>A fact for the ledger.</summary>
    public static implicit operator Change(LedgerRow row) => new LedgerChange(row);
}
