using Indexer.Domain;
using Indexer.Handlers.Staking.PhalaStakePool;

namespace Indexer.Handlers.Staking.PhalaMining;

/// <summary>A worker stopped to mine; its stake stays in it until MinerReclaimed. Source: phala-blockchain mining.rs, stop_mining.</summary>
internal sealed class MinerStoppedHandler() : SubstrateHandler("PhalaMining", "MinerStopped")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        [
            new StateChange(
                state.Miner(context.Fields) with
                {
                    State = SessionState.CoolingDown,
                    CoolingDownSince = context.Block.WholeSecond(),
                }
            ),
        ];
}
