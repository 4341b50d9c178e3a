using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaVault;

/// <summary>
/// A vault could not pay its queue in time: all its delegations were put into the queues of their pools, and it is locked
/// (since spec 1254). No event tells when the lock ends, which is when its queue is empty and somebody checks it.
/// Source: phala-blockchain vault.rs, check_and_maybe_force_withdraw.
/// </summary>
internal sealed class ForceShutdownHandler() : SubstrateHandler("PhalaVault", "ForceShutdown")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        yield return new PoolChange(context.Fields.PoolId(), pool => pool with { IsShutDown = true });
    }
}
