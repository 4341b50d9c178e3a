using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Staking.PhalaStakePool;

/// <summary>
/// A delegation. What was delegated stays on the account, locked.
/// Source: phala-blockchain stakepool.rs, contribute.
/// </summary>
internal sealed class ContributionHandler() : SubstrateHandler("PhalaStakePool", "Contribution")
{
    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) => EarlierStake.Needs(raised.Fields);

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var amount = context.Fields.Balance("amount");
        var entry = new StakeEvent
        {
            PoolId = context.Fields.PoolId(),
            Account = context.Fields.AccountId("user"),
            Kind = StakeEventKind.Contribution,
            Amount = amount,
            Value = amount,
            Shares = context.SharesGained(state),
            Cost = amount,
        };
        return
        [
            .. context.Settled(state),
            entry,
            new PoolChange(entry.PoolId, pool => pool with { FreeValue = pool.FreeValue + amount }),
        ];
    }
}
