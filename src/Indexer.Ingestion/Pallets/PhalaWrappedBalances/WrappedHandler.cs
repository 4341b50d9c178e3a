using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.PhalaWrappedBalances;

/// <summary>
/// PHA became wrapped PHA, one for one.
/// </summary>
internal sealed class WrappedHandler() : SubstrateHandler("PhalaWrappedBalances", "Wrapped")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        yield return new StakeEvent
        {
            Account = occurrence.Fields.AccountId("user"),
            Kind = StakeEventKind.Wrapped,
            Amount = occurrence.Fields.Balance("amount"),
        };
    }
}
