using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaVault;

/// <summary>
/// A vault was created; its shares start at the price 1, and commission is due above it.
/// Source: phala-blockchain vault.rs, create; the constant InitialPriceCheckPoint.
/// </summary>
internal sealed class PoolCreatedHandler() : SubstrateHandler("PhalaVault", "PoolCreated")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        yield return context.NewPool(PoolKind.Vault, state);
        yield return new PoolChange(
            context.Fields.PoolId(),
            pool => pool with { LastCheckpointPrice = new Pha(Pha.UnitsPerPha) }
        );
    }
}
