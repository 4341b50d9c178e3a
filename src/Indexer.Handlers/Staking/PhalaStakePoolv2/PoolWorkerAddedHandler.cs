using Indexer.Domain;
using Indexer.Handlers.Staking.PhalaComputation;
using Indexer.Handlers.Staking.PhalaRegistry;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Staking.PhalaStakePoolv2;

/// <summary>
/// A worker joined a stake pool, and its session was bound, which begins anew. It may have left the same pool before its stake was reclaimed, then
/// the stake is still there. Before the first worker, nothing tells the parameters of rewards but the storage.
/// </summary>
internal sealed class PoolWorkerAddedHandler() : SubstrateHandler("PhalaStakePoolv2", "PoolWorkerAdded")
{
    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) =>
        [RegistryFields.Need(raised.Fields.Worker()), TokenomicsStorage.Parameters, TokenomicsStorage.CoolDownPeriod];

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var fields = context.Fields;
        var former = state.Workers.Find((fields.PoolId(), fields.Worker()));
        yield return new StateChange(
            new Worker
            {
                PoolId = fields.PoolId(),
                PublicKey = fields.Worker(),
                Session = fields.AccountId("session"),
                SessionId = Worker.SessionIdOf(context.Block.Height, context.Event.Index),
                Stake = former?.Stake ?? Pha.Zero,
            }
        );
        yield return new PoolChange(fields.PoolId(), pool => pool with { WorkerCount = pool.WorkerCount + 1 });
        if (
            state.Registrations.Find(fields.Worker()) is not { ConfidenceLevel: not null, InitialScore: not null }
            && RegistryFields.Stored(context, fields.Worker()) is { } registration
        )
        {
            yield return new StateChange(registration);
        }

        if (state.Tokenomics is { BudgetPerBlock: null } or { CoolDownPeriod: null })
        {
            yield return new StateChange(TokenomicsStorage.Read(context, state.Tokenomics));
        }
    }
}
