using Indexer.Domain;
using Indexer.Handlers.Staking.Assets;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Staking.PhalaVault;

/// <summary>
/// A vault was created; its shares start at the price 1, and commission is due above it.
/// Source: phala-blockchain vault.rs, create; the constant InitialPriceCheckPoint.
/// </summary>
internal sealed class PoolCreatedHandler() : SubstrateHandler("PhalaVault", "PoolCreated")
{
    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) =>
        [WrappedAsset.Need(raised.Fields.AccountId("pool_account_id"))];

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        return
        [
            .. context.NewPool(PoolKind.Vault, state),
            new PoolChange(
                context.Fields.PoolId(),
                pool => pool with { LastCheckpointPrice = new Pha(Pha.UnitsPerPha) }
            ),
        ];
    }
}
