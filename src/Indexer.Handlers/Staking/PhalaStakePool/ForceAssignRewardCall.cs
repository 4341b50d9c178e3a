using Indexer.Domain;
using Indexer.Substrate;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Staking.PhalaStakePool;

/// <summary>
/// The council gave rewards to pools that had missed theirs (specs 1150 to 1159; later RewardReceived states them).
/// Source: phala-blockchain stakepool.rs, force_assign_reward, issue 763.
/// </summary>
internal sealed class ForceAssignRewardCall() : SubstrateCallHandler("PhalaStakePool", "force_assign_reward")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state) =>
        context.HasEvent("RewardReceived")
            ? []
            : context
                .Fields.Sequence("reward_arr")
                .OfType<ScaleComposite>()
                .Select(given => new EventFields("PhalaStakePool.force_assign_reward", given.Fields))
                .SelectMany(given =>
                    MiningReward.Parted(state, given.U64(0).ToString(), given.Balance(1), dustCounts: false)
                );
}
