using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.PhalaStakePoolv2;

/// <summary>
/// Free PHA of a stake pool was staked in a worker: it moves from the pool's account to its lock account.
/// </summary>
internal sealed class WorkingStartedHandler() : SubstrateHandler("PhalaStakePoolv2", "WorkingStarted")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        var amount = occurrence.Fields.Balance("amount");
        yield return FreeValue.Moved(occurrence.Fields.PoolId(), -amount);
        yield return new StateChange(state.WorkerOf(occurrence) with { Stake = amount });
    }
}
