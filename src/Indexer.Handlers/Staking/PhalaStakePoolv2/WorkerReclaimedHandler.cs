using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePoolv2;

/// <summary>
/// The stake of a stopped worker is free again. The event does not state it: it is what the worker started with.
/// Source: phala-blockchain stake_pool_v2.rs, handle_reclaim.
/// </summary>
internal sealed class WorkerReclaimedHandler() : SubstrateHandler("PhalaStakePoolv2", "WorkerReclaimed")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var worker = state.WorkerOf(context);
        yield return new StateChange(worker with { Stake = Pha.Zero }, Ends: worker.IsRemoved);
    }
}
