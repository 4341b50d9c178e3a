using Indexer.Domain;
using Indexer.Handlers.Staking.PhalaStakePool;

namespace Indexer.Handlers.Staking.PhalaMining;

/// <summary>
/// A gatekeeper settled what a worker earned: V is for the tokenomics, the payout for the pool. Since spec 1160 RewardReceived of
/// PhalaStakePool states what became of the payout; before, it is derived.
/// Source: phala-blockchain mining.rs, try_handle_settle.
/// </summary>
internal sealed class MinerSettledHandler() : SubstrateHandler("PhalaMining", "MinerSettled")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        context.States("RewardReceived")
            ? []
            : MiningReward.Derived(context, state, context.Fields.U128("payout_bits"));
}
