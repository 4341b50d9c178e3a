using Indexer.Domain;
using Indexer.Handlers.Staking.PhalaStakePool;

namespace Indexer.Handlers.Staking.PhalaMining;

/// <summary>The same before spec 1091, which misspelt it.</summary>
internal sealed class MinerExitUnresponiveHandler() : SubstrateHandler("PhalaMining", "MinerExitUnresponive")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        [new StateChange(state.Miner(context.Fields) with { State = SessionState.Idle })];
}
