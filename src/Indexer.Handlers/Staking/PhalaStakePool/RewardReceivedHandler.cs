using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePool;

/// <summary>
/// A stake pool earned (since spec 1160; before, see MinerSettled of PhalaMining). The commission waits for the owner; the rest waits
/// for the shares in the pool's accumulator and adds nothing to their value. A rest that is dust is stated, but lost.
/// Source: phala-blockchain stakepool.rs, handle_pool_new_reward.
/// </summary>
internal sealed class RewardReceivedHandler() : SubstrateHandler("PhalaStakePool", "RewardReceived")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        MiningReward.Changes(
            state,
            context.Fields.PoolId(),
            context.Fields.Balance("to_owner"),
            context.Fields.Balance("to_stakers"),
            stated: true
        );
}
