using Indexer.Domain;
using Indexer.Handlers.Staking.Assets;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Staking.PhalaStakePoolv2;

/// <summary>
/// A stake pool was created; its shares start at the price 1.
/// Source: phala-blockchain stake_pool_v2.rs, create.
/// </summary>
internal sealed class PoolCreatedHandler() : SubstrateHandler("PhalaStakePoolv2", "PoolCreated")
{
    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) =>
        [WrappedAsset.Need(raised.Fields.AccountId("pool_account_id"))];

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        return context.NewPool(PoolKind.StakePool, state);
    }
}
