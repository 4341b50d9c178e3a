using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePool;

/// <summary>
/// Free PHA of a stake pool was staked in a worker (since spec 1170; before, see MinerStarted of PhalaMining).
/// Source: phala-blockchain stakepool.rs, do_start_mining.
/// </summary>
internal sealed class MiningStartedHandler() : SubstrateHandler("PhalaStakePool", "MiningStarted")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        state.WorkerOf(context).Staked(context.Fields.Balance("amount"));
}
