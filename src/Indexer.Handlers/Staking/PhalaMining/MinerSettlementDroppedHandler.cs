using Indexer.Domain;
using Indexer.Handlers.Staking.PhalaStakePool;

namespace Indexer.Handlers.Staking.PhalaMining;

/// <summary>
/// A settlement came too late to change V; its payout is made all the same.
/// Source: phala-blockchain mining.rs, try_handle_settle, on_gk_message_received.
/// </summary>
internal sealed class MinerSettlementDroppedHandler() : SubstrateHandler("PhalaMining", "MinerSettlementDropped")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        context.States("RewardReceived") ? [] : MiningReward.Derived(context, state, context.Fields.U128("payout"));
}
