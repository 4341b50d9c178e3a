using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.PhalaWrappedBalances;

/// <summary>
/// Wrapped PHA became PHA again, one for one. The call unwrap_all does the same without an event.
/// </summary>
internal sealed class UnwrappedHandler() : SubstrateHandler("PhalaWrappedBalances", "Unwrapped")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        yield return new StakeEvent
        {
            Account = occurrence.Fields.AccountId("user"),
            Kind = StakeEventKind.Unwrapped,
            Amount = occurrence.Fields.Balance("amount"),
        };
    }
}
