using Indexer.Domain;
using Indexer.Handlers.Staking.PhalaStakePool;

namespace Indexer.Handlers.Staking.PhalaMining;

/// <summary>
/// The stake of a stopped worker is free again, less a slash (disabled). Withdrawals that it pays, and WorkerReclaimed of
/// PhalaStakePool, are stated after it.
/// Source: phala-blockchain mining.rs, reclaim; stakepool.rs, handle_reclaim.
/// </summary>
internal sealed class MinerReclaimedHandler() : SubstrateHandler("PhalaMining", "MinerReclaimed")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var worker = state.Miner(context.Fields);

        // A worker that started twice in a block was booked with its last stake both times, before the starts were stated.
        var stake = context.States("MiningStarted") ? context.Fields.Balance("original_stake") : worker.Stake;
        return worker.Reclaimed(stake - context.Fields.Balance("slashed"));
    }
}
