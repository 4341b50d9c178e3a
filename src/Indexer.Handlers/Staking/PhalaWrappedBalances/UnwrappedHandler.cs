using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaWrappedBalances;

/// <summary>
/// Wrapped PHA became PHA again, one for one. The call unwrap_all does the same without an event.
/// </summary>
internal sealed class UnwrappedHandler() : SubstrateHandler("PhalaWrappedBalances", "Unwrapped")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        yield return new StakeEvent
        {
            Account = context.Fields.AccountId("user"),
            Kind = StakeEventKind.Unwrapped,
            Amount = context.Fields.Balance("amount"),
        };
    }
}
