using System.Globalization;
using Indexer.Api.Mapping;
using Indexer.Domain;
using Indexer.GraphQL.Types;

namespace Indexer.Api.Types;

/// <summary>Positions and the other state that belongs to a pool.</summary>
internal static class PositionFields
{
    /// <summary>One step of a reward index, as PostgreSQL numeric: products with it are exact.</summary>
    private static readonly string IndexStep =
        $"1e-{RewardIndex.Scale.ToString(CultureInfo.InvariantCulture).Length - 1}";

    public static void Add(ProductTypes types)
    {
        AddPosition(types);
        AddRelations(types);
        AddUnlockRequest(types);
        AddTerms(types);
        AddMembers(types);
    }

    /// <summary>What a position's shares are worth, over a row of its pool.</summary>
    public static string Value(RowOf<Position> position, RowOf<PoolState> pool) =>
        $"coalesce(div({position[row => row.Shares]} * {pool[row => row.TotalValue]}, nullif({pool[row => row.TotalShares]}, 0)), 0)";

    /// <summary>What a position has earned so far, over a row of its pool.</summary>
    public static string Earned(RowOf<Position> position, RowOf<PoolState> pool) =>
        $"({position[row => row.AccruedReward]} + floor({position[row => row.Shares]} * ({pool[row => row.RewardIndex]} - {position[row => row.RewardIndex]}) * {IndexStep}))";

    private static void AddPosition(ProductTypes types)
    {
        var position = types.Position;
        position.Add(row => row.Network);
        position.Add(row => row.PoolId);
        position.Add(row => row.Account, "address");
        position.Add(row => row.FromHeight);
        position.Add(row => row.Shares);
        position.Add(row => row.WithdrawingShares);
        position.Add(row => row.UnlockingValue);
        position.Add(row => row.Cost);
        position.Add(row => row.AccruedReward);
        position.Add(row => row.RewardIndex);
        OverPool(
            types,
            "value",
            Value,
            "Value of the shares in PHA: shares * total value / total shares of the pool, rounded down. What is unlocking comes on top."
        );
        OverPool(
            types,
            "earned",
            Earned,
            "What it earned so far in PHA: the accrued reward plus shares * growth of the pool's reward index since, rounded down."
        );
    }

    private static void OverPool(
        ProductTypes types,
        string name,
        Func<RowOf<Position>, RowOf<PoolState>, string> value,
        string description
    )
    {
        var (position, pool) = (types.Position, types.Pool);
        position
            .Type.Computed(
                name,
                types.Words.Pha.NonNull(),
                pool.Type,
                position.On(pool.Map, (row => row.Network, row => row.Network), (row => row.PoolId, row => row.PoolId)),
                (mine, own) => value(position.Map.Of(mine), pool.Map.Of(own)),
                description
            )
            .Filterable()
            .Sortable()
            .Summable();
    }

    private static void AddRelations(ProductTypes types)
    {
        var position = types.Position;
        position
            .ToOne(
                "pool",
                types.Pool,
                "The pool.",
                required: true,
                (row => row.Network, pool => pool.Network),
                (row => row.PoolId, pool => pool.PoolId)
            )
            .Filterable()
            .SortableBy("totalValue", "createdAt");
        LedgerFields.AddAccount(types, position, row => row.Account, required: true);
        position
            .ToMany(
                "stakeEvents",
                types.StakeEvent,
                "What changed it, oldest first; its sum is the position.",
                (row => row.Network, entry => entry.Network),
                (row => row.PoolId, entry => entry.PoolId),
                (row => row.Account, entry => entry.Account)
            )
            .OldestFirst();
        position.ToMany(
            "unlockRequests",
            types.UnlockRequest,
            "Redemptions that wait for their unlock period (PHA vault).",
            (row => row.Network, request => request.Network),
            (row => row.PoolId, request => request.PoolId),
            (row => row.Account, request => request.Owner)
        );
    }

    private static void AddUnlockRequest(ProductTypes types)
    {
        var request = types.UnlockRequest;
        request.Add(row => row.Network);
        request.Add(row => row.PoolId);
        request.Add(row => row.RequestHeight);
        request.Add(row => row.RequestIndex);
        request.Add(row => row.Owner, "address");
        request.Add(row => row.Receiver);
        request.Add(row => row.Assets);
        request.Add(row => row.RequestedAt);
        var terms = types.VaultTerms.Map.As("terms");
        request.Type.Computed(
            "unlocksAt",
            Scalars.DateTime,
            row =>
            {
                var mine = request.Map.Of(row);
                return $"""
                    (select {mine[item => item.RequestedAt]} + {terms[item => item.UnlockPeriod]} * interval '1 second'
                     from {terms.From} where {terms[item => item.Network]} = {mine[item => item.Network]} and {terms[
                        item => item.PoolId
                    ]} = {mine[item => item.PoolId]} and {row.InForce(types.VaultTerms.Type, "terms")})
                    """;
            },
            "When it can be paid, UTC: the time of the request plus the vault's unlock period now; null while the period is unknown."
        );
        LedgerFields.AddAccount(types, request, row => row.Owner, required: false);
    }

    private static void AddTerms(ProductTypes types)
    {
        var terms = types.VaultTerms;
        terms.Add(row => row.FromHeight);
        terms.Add(row => row.RewardRate);
        terms.Add(row => row.TreasuryRatio);
        terms.Add(row => row.UnlockPeriod);
        terms.Add(row => row.MaxUnlockRequests);
    }

    private static void AddMembers(ProductTypes types)
    {
        var entry = types.WhitelistEntry;
        entry.Add(row => row.Account, "address");
        entry.Add(row => row.FromHeight);
        LedgerFields.AddAccount(types, entry, row => row.Account, required: false);
        var worker = types.Worker;
        worker.Add(row => row.PublicKey, scalar: types.Words.Hash);
        worker.Add(row => row.Session);
        worker.Add(row => row.Stake);
        worker.Add(row => row.FromHeight);
    }
}
