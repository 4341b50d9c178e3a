using System.Linq.Expressions;
using Indexer.Domain;
using Indexer.GraphQL.Types;

namespace Indexer.Api.Types;

/// <summary>Pools: their state, and the facts that never change.</summary>
internal static class PoolFields
{
    public static void Add(ProductTypes types)
    {
        AddFacts(types);
        AddState(types);
        AddRelations(types);
    }

    private static void AddFacts(ProductTypes types)
    {
        var pool = types.Pool;
        pool.Add(row => row.Network);
        pool.Add(row => row.PoolId, description: pool.Description(typeof(Pool).GetProperty(nameof(Pool.Id))!));
        Fact(types, "kind", fact => fact.Kind).Filterable();
        Fact(types, "pid", fact => fact.Pid).Filterable().Sortable();
        Fact(types, "collectionId", fact => fact.CollectionId);
        Fact(types, "address", fact => fact.Account).Filterable();
        Fact(types, "createdHeight", fact => fact.Height).Filterable().Sortable();
        Fact(types, "createdAt", fact => fact.Time).Filterable().Sortable();
    }

    private static void AddState(ProductTypes types)
    {
        var pool = types.Pool;
        pool.Add(row => row.FromHeight);
        pool.Add(row => row.TotalValue);
        pool.Add(row => row.TotalShares);
        pool.Type.Computed(
                "sharePrice",
                types.Words.Pha,
                row =>
                    $"div({pool.Map.Of(row)[state => state.TotalValue]} * {Pha.UnitsPerPha}, nullif({pool.Map.Of(row)[state => state.TotalShares]}, 0))",
                "Value of one share in PHA: total value / total shares, rounded down to 18 digits; null while there are no shares."
            )
            .Filterable()
            .Sortable();
        pool.Add(row => row.WithdrawingShares);
        pool.Add(row => row.UnlockingValue);
        pool.Add(row => row.BridgedShares);
        pool.Add(row => row.FreeValue);
        pool.Add(row => row.Commission).Summable();
        pool.Add(row => row.Capacity);
        pool.Add(row => row.OwnerReward);
        pool.Add(row => row.OwnerShares);
        pool.Add(row => row.LastCheckpointPrice);
        pool.Add(row => row.WorkerCount).Summable();
        pool.Add(row => row.WhitelistEnabled);
        pool.Add(row => row.IsShutDown);
        pool.Add(row => row.RewardIndex);
        pool.Add(row => row.RewardsToOwner);
        pool.Add(row => row.RewardsToStakers);
    }

    private static void AddRelations(ProductTypes types)
    {
        var pool = types.Pool;
        pool.ToOne(
                "owner",
                types.Account,
                pool.Description(typeof(PoolState).GetProperty(nameof(PoolState.Owner))!),
                required: false,
                (row => row.Owner, account => account.Address)
            )
            .Filterable()
            .SortableBy("address");
        pool.ToMany(
                "positions",
                types.Position,
                "What each account has in it.",
                (row => row.Network, position => position.Network),
                (row => row.PoolId, position => position.PoolId)
            )
            .Filterable()
            .OrderedAlike("VALUE", "SHARES");
        pool.ToMany(
                "stakeEvents",
                types.StakeEvent,
                "Everything that changed positions in it, oldest first.",
                (row => row.Network, entry => entry.Network),
                (row => row.PoolId, entry => entry.PoolId)
            )
            .OldestFirst();
        pool.ToMany(
                "rewards",
                types.Reward,
                "Its rewards, oldest first.",
                (row => row.Network, reward => reward.Network),
                (row => row.PoolId, reward => reward.PoolId)
            )
            .OldestFirst();
        AddTerms(types);
    }

    private static void AddTerms(ProductTypes types)
    {
        var pool = types.Pool;
        pool.ToMany(
                "whitelist",
                types.WhitelistEntry,
                "The accounts that may delegate while the whitelist is enabled.",
                (row => row.Network, entry => entry.Network),
                (row => row.PoolId, entry => entry.PoolId)
            )
            .Filterable();
        pool.ToMany(
                "workers",
                types.Worker,
                "The workers of a stake pool.",
                (row => row.Network, worker => worker.Network),
                (row => row.PoolId, worker => worker.PoolId)
            )
            .Filterable();
        pool.ToMany(
            "unlockRequests",
            types.UnlockRequest,
            "Redemptions of the PHA vault that wait for their unlock period.",
            (row => row.Network, request => request.Network),
            (row => row.PoolId, request => request.PoolId)
        );
        pool.ToOne(
            "vaultTerms",
            types.VaultTerms,
            "The terms of the PHA vault; null for other pools.",
            required: false,
            (row => row.Network, terms => terms.Network),
            (row => row.PoolId, terms => terms.PoolId)
        );
    }

    private static Field Fact<TValue>(ProductTypes types, string name, Expression<Func<Pool, TValue>> property)
    {
        var (pool, facts) = (types.Pool, types.Pools);
        var source = facts.Property(property);
        return pool.Type.Computed(
            name,
            types.Words.TypeOf(source),
            facts.Table,
            pool.On(facts, (state => state.Network, fact => fact.Network), (state => state.PoolId, fact => fact.Id)),
            (_, fact) => facts.Of(fact).Column(property),
            pool.Description(source.PropertyInfo!)
        );
    }
}
