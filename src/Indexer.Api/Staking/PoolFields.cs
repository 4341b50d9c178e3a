using System.Linq.Expressions;
using Indexer.Api.Holders;
using Indexer.Api.Model;
using Indexer.Domain;
using Indexer.GraphQL.Types;
using Indexer.Storage;

namespace Indexer.Api.Staking;

/// <summary>Pools: their state, and the facts that never change.</summary>
internal static class PoolFields
{
    public static void Add(ProductTypes types)
    {
        AddFacts(types);
        AddState(types);
        AddLimits(types);
        PoolApr.Add(types);
        ExpectedApr.Add(types);
        AddRelations(types);
    }

    /// <summary>The root fields.</summary>
    public static void AddRoots(ProductTypes types, ObjectType query)
    {
        query
            .ToOne("pool", types.Pool.Type, "A pool; null when there is none.")
            .Argument(
                "network",
                Scalars.String.NonNull(),
                "Name of its network.",
                (row, network) => $"{types.Pool.Map.Of(row)[pool => pool.Network]} = {network}",
                refused: name => types.Names.Refusal($"array[{name}]")
            )
            .Argument(
                "id",
                Scalars.String.NonNull(),
                "Its poolId: its number on parachains, the address of its contract, in any case, on EVM chains.",
                (row, id) => $"{types.Pool.Map.Of(row)[pool => pool.PoolId]} = {AsStored(id)}"
            )
            .AsOf(types.AsOf);
        query
            .ToMany("pools", types.Pool.Type, "The pools of all networks.")
            .SearchedByName(
                types,
                "Only those in whose owner's name (owner.identity.name) this text is",
                row => types.Pool.Map.Of(row)[pool => pool.Owner]
            )
            .AsOf(types.AsOf);
    }

    /// <summary>A column with the id of a pool, which is compared in any case.</summary>
    public static Field AddPoolId<TRow>(
        this ObjectMap<TRow> map,
        Expression<Func<TRow, string?>> property,
        string? description = null
    )
        where TRow : class => map.Add(property, description: description).Filterable((_, id) => AsStored(id));

    /// <summary>The id of a pool as it is stored: addresses are in lower case.</summary>
    public static string AsStored(string poolId) => $"lower({poolId})";

    private static void AddFacts(ProductTypes types)
    {
        var pool = types.Pool;
        pool.AddNetwork(row => row.Network, types.Names.Refusal);
        pool.AddPoolId(
            row => row.PoolId,
            "Its id within the network: its number on parachains (stake pools and vaults share one numbering), the address of its contract in lower case on EVM chains."
        );
        Fact(types, "kind", fact => fact.Kind).Filterable();
        pool.Type.Computed(
                "version",
                Scalars.Int,
                types.Pools.Table,
                pool.On(
                    types.Pools,
                    (state => state.Network, fact => fact.Network),
                    (state => state.PoolId, fact => fact.Id)
                ),
                (mine, fact) =>
                    $"case when {pool.Map.Of(mine)[state => state.RewardAccumulator]} is not null then 1 when {types.Pools.Of(fact)[item => item.Kind]} = '{EnumText.Of(PoolKind.StakePool)}' then 2 end",
                "Version of a stake pool: 1 lets rewards wait beside the shares, 2 adds them to their value. Null for other pools."
            )
            .Filterable();
        pool.Type.Computed(
            "collectionId",
            Scalars.Long,
            types.Pools.Table,
            pool.On(
                types.Pools,
                (state => state.Network, fact => fact.Network),
                (state => state.PoolId, fact => fact.Id)
            ),
            (mine, fact) =>
                $"coalesce({types.Pools.Of(fact)[item => item.CollectionId]}, {pool.Map.Of(mine)[state => state.MovedCollectionId]})",
            "The RMRK collection of the pool's delegation NFTs; null on EVM chains and for stake pools of the first version until the move to the second told it."
        );
        Fact(types, "address", fact => fact.Account).Filterable().NotGroupable();
        Fact(types, "createdHeight", fact => fact.Height).Filterable().Sortable().NotGroupable();
        Fact(types, "createdTime", fact => fact.Time).Filterable().Sortable();
    }

    private static void AddState(ProductTypes types)
    {
        var pool = types.Pool;
        pool.Add(row => row.FromHeight);
        pool.Type.Computed(
                "totalValue",
                types.Scalars.Pha.NonNull(),
                row =>
                    Of(
                        types,
                        row,
                        state => state[item => item.TotalValue],
                        state => $"coalesce({types.Bridge.Vault.Value(state[item => item.TotalShares])}, 0)",
                        otherwise: "0"
                    ),
                $"{pool.Description(typeof(PoolState).GetProperty(nameof(PoolState.TotalValue))!)} Of bridged shares their value by the vault on the L1."
            )
            .Filterable()
            .NotGroupable()
            .Sortable()
            .Summable();
        pool.Add(row => row.TotalShares, scalar: types.Scalars.Decimal);
        pool.Type.Computed(
                "sharePrice",
                types.Scalars.Pha,
                row => Of(types, row, Price, otherwise: "null"),
                "Value of one share in PHA: total value / total shares, rounded down to 18 digits; of bridged shares that of the vault on the L1. Null while there are no shares."
            )
            .Filterable()
            .NotGroupable()
            .Sortable()
            .Averaged();
        pool.Add(row => row.WithdrawingShares, scalar: types.Scalars.Decimal);
        pool.Add(row => row.UnlockingValue);
        pool.Add(row => row.BridgedShares, scalar: types.Scalars.Decimal);
        pool.Add(row => row.FreeValue);
    }

    private static void AddLimits(ProductTypes types)
    {
        var pool = types.Pool;
        pool.Type.Computed(
                "commission",
                types.Scalars.Ratio,
                row => $"{pool.Map.Of(row)[state => state.Commission]} * 1e12",
                "The part of the rewards that the owner takes; null while none was set."
            )
            .Filterable()
            .NotGroupable()
            .Sortable()
            .Averaged();
        pool.Add(row => row.Capacity);
        pool.Type.Computed(
                "room",
                types.Scalars.Pha,
                row => Room(pool.Map.Of(row)),
                "PHA that can still be contributed to a stake pool: capacity - totalValue + the value of withdrawingShares, at least 0. Null where there is no limit."
            )
            .Filterable()
            .NotGroupable()
            .Sortable();
        pool.Add(row => row.OwnerReward);
        pool.Add(row => row.OwnerShares, scalar: types.Scalars.Decimal);
        pool.Add(
                row => row.LastCheckpointPrice,
                description: "Value of one share of a vault, in PHA, when its owner last gained shares; commission is due above it. Null for other pools."
            )
            .Averaged();
        pool.Add(row => row.WorkerCount).Sortable().Summable();
        pool.Add(
            row => row.IdleWorkerShares,
            scalar: types.Scalars.Decimal,
            description: "What its idle workers count when the budget of the chain is divided: the sum of their shares; 0 for other pools."
        );
        pool.Add(row => row.WhitelistEnabled);
        pool.Add(row => row.IsShutDown);
        pool.Add(row => row.RewardsToOwner);
        pool.Add(row => row.RewardsToStakers);
    }

    /// <summary>What the pallet lets in: whoever waits to leave leaves room.</summary>
    private static string Room(RowOf<PoolState> pool) =>
        $"case when {pool[state => state.Capacity]} is not null then greatest(0, {pool[state => state.Capacity]} - {pool[state => state.TotalValue]} + coalesce({Worth(pool[state => state.WithdrawingShares], pool)}, 0)) end";

    private static string Price(RowOf<PoolState> pool) =>
        ShareSql.Price(pool[state => state.TotalValue], pool[state => state.TotalShares]);

    /// <summary>What shares are worth, over a row of their pool; null while it has none.</summary>
    public static string Worth(string shares, RowOf<PoolState> pool) =>
        ShareSql.Value(shares, pool[state => state.TotalValue], pool[state => state.TotalShares]);

    /// <summary>A value of a pool that pools of bridged shares have by the vault on the L1.</summary>
    /// <param name="types">All types.</param>
    /// <param name="row">The pool.</param>
    /// <param name="own">From a pool that has a value of its own to SQL.</param>
    /// <param name="backed">From a pool of bridged shares to SQL over a row of the vault.</param>
    /// <param name="otherwise">SQL for when the vault is not indexed.</param>
    private static string Of(
        ProductTypes types,
        SqlRow row,
        Func<RowOf<PoolState>, string> own,
        Func<RowOf<PoolState>, string> backed,
        string otherwise
    )
    {
        var pool = types.Pool.Map.Of(row);
        return $"case when {pool[state => state.BackingPoolId]} is null then {own(pool)} else coalesce((select {backed(pool)} {types.Bridge.Vault.From(pool, row)}), {otherwise}) end";
    }

    /// <summary>A value that is read alike from a pool and, for bridged shares, from the vault on the L1.</summary>
    /// <param name="types">All types.</param>
    /// <param name="row">The pool.</param>
    /// <param name="value">From either of them to SQL.</param>
    /// <param name="otherwise">SQL for when the vault is not indexed.</param>
    public static string Of(ProductTypes types, SqlRow row, Func<RowOf<PoolState>, string> value, string otherwise) =>
        Of(types, row, value, _ => value(types.Bridge.Vault.Row), otherwise);

    private static void AddRelations(ProductTypes types)
    {
        var pool = types.Pool;
        pool.Type.ToOne(
            "backing",
            pool.Type,
            "The vault on the L1 whose shares those of this pool are, with its terms, its rewards and its price; null for other pools, and as of a height, which is another one there.",
            Join.On()
                .Where(
                    (mine, vault) =>
                        $"{pool.Map.Of(vault)[item => item.PoolId]} = {pool.Map.Of(mine)[item => item.BackingPoolId]} and {pool.Map.Of(vault)[item => item.Network]} = {types.Bridge.Vault.HomeOf(pool.Map.Of(mine)[item => item.Network])}"
                )
        );
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
                "The workers of a stake pool, and those that left it while their stake waits to be reclaimed.",
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
            types.Scalars.TypeOf(source),
            facts.Table,
            pool.On(facts, (state => state.Network, fact => fact.Network), (state => state.PoolId, fact => fact.Id)),
            (_, fact) => facts.Of(fact).Column(property),
            pool.Description(source.PropertyInfo!)
        );
    }
}
