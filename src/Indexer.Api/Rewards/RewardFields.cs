using Indexer.Api.Model;
using Indexer.Api.Staking;
using Indexer.GraphQL.Types;

namespace Indexer.Api.Rewards;

/// <summary>Rewards of pools.</summary>
internal static class RewardFields
{
    public static void Add(ProductTypes types)
    {
        var reward = types.Reward;
        LedgerRowFields.AddPlace(types, reward);
        reward.Add(row => row.Kind);
        reward.AddPoolId(row => row.PoolId);
        reward.Add(row => row.Account, "address");
        reward.Add(row => row.Amount);
        reward.Add(row => row.TotalShares, scalar: types.Scalars.Decimal).Averaged();
        reward.Add(row => row.Stated);
        reward
            .ToOne(
                "pool",
                types.Pool,
                "The pool that earned; null when read as of a time before it existed.",
                required: false,
                (row => row.Network, pool => pool.Network),
                (row => row.PoolId, pool => pool.PoolId)
            )
            .Filterable();
        LedgerRowFields.AddAccount(types, reward, row => row.Account, required: false);
    }

    /// <summary>The root field.</summary>
    public static void AddRoots(ProductTypes types, ObjectType query) =>
        query.ToMany("rewards", types.Reward.Type, "Rewards of pools, on all networks, oldest first.").OldestFirst();
}
