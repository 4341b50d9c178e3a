using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Staking.PhalaComputation;

/// <summary>The parameters of rewards changed. The event does not state them: they are what the storage has after the block.
/// A budget that was set (BudgetUpdated) or halved (SubsidyBudgetHalved) comes with this event.</summary>
internal sealed class TokenomicParametersChangedHandler()
    : SubstrateHandler("PhalaComputation", "TokenomicParametersChanged")
{
    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) => [TokenomicsStorage.Parameters];

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        [new StateChange(TokenomicsStorage.Read(context, state.Tokenomics))];
}
