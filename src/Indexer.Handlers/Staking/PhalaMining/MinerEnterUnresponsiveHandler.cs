using Indexer.Domain;
using Indexer.Handlers.Staking.PhalaStakePool;

namespace Indexer.Handlers.Staking.PhalaMining;

/// <summary>The gatekeepers miss the heartbeats of a worker.</summary>
internal sealed class MinerEnterUnresponsiveHandler() : SubstrateHandler("PhalaMining", "MinerEnterUnresponsive")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        [new StateChange(state.Miner(context.Fields) with { State = SessionState.Unresponsive })];
}
