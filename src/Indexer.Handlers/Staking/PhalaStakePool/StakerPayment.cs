using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Staking.PhalaStakePool;

/// <summary>All rewards that waited for a delegator were paid.</summary>
internal static class StakerPayment
{
    /// <summary>The entry.</summary>
    public static StakeEvent Of(EventFields fields, Pha amount) =>
        new()
        {
            PoolId = fields.PoolId(),
            Account = fields.AccountId("user"),
            Kind = StakeEventKind.StakerRewardsWithdrawn,
            Amount = amount,
        };
}
