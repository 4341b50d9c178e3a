using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaWrappedBalances;

/// <summary>
/// PHA became wrapped PHA, one for one.
/// </summary>
internal sealed class WrappedHandler() : SubstrateHandler("PhalaWrappedBalances", "Wrapped")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        yield return new StakeEvent
        {
            Account = context.Fields.AccountId("user"),
            Kind = StakeEventKind.Wrapped,
            Amount = context.Fields.Balance("amount"),
        };
    }
}
