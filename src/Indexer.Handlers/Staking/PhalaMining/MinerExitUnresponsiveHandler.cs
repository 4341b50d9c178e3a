using Indexer.Domain;
using Indexer.Handlers.Staking.PhalaStakePool;

namespace Indexer.Handlers.Staking.PhalaMining;

/// <summary>The gatekeepers have heartbeats of a worker again.</summary>
internal sealed class MinerExitUnresponsiveHandler() : SubstrateHandler("PhalaMining", "MinerExitUnresponsive")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        [new StateChange(state.Miner(context.Fields) with { State = SessionState.Idle })];
}
