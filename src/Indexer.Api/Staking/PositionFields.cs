using Indexer.Api.Holders;
using Indexer.Api.Model;
using Indexer.Domain;
using Indexer.GraphQL.Types;
using Indexer.Storage;

namespace Indexer.Api.Staking;

/// <summary>Positions and the other state that belongs to a pool.</summary>
internal static class PositionFields
{
    private const string CostDescription =
        "Cost basis of the shares in PHA. Shares leave with their part of it, and in a transfer it goes along to the receiver. What was claimed of a parachain keeps the basis it had there, which ends with a transfer to somebody else. Of bridged shares 0.";

    public static void Add(ProductTypes types)
    {
        AddPosition(types);
        AddRelations(types);
        AddUnlockRequest(types);
        AddTerms(types);
        AddMembers(types);
    }

    /// <summary>The root fields.</summary>
    public static void AddRoots(ProductTypes types, ObjectType query)
    {
        query
            .ToOne(
                "position",
                types.Position.Type,
                "What an account has in a pool; null when it never had anything in it."
            )
            .Argument(
                "network",
                Scalars.String.NonNull(),
                "Name of the network of the pool.",
                (row, network) => $"{types.Position.Map.Of(row)[position => position.Network]} = {network}",
                refused: name => types.Names.Refusal($"array[{name}]")
            )
            .Argument(
                "pool",
                Scalars.String.NonNull(),
                "The poolId of the pool.",
                (row, id) => $"{types.Position.Map.Of(row)[position => position.PoolId]} = {PoolFields.AsStored(id)}"
            )
            .Argument(
                "address",
                types.Scalars.Address.NonNull(),
                "The account: exactly this one. For all of a holder ask for its positions.",
                (row, address) => $"{types.Position.Map.Of(row)[position => position.Account]} = {address}"
            )
            .AsOf(types.AsOf);
        query
            .ToMany(
                "positions",
                types.Position.Type,
                "What each account has in each pool. Sums count nothing twice, unless passedOn is asked for."
            )
            .Argument(
                "passedOn",
                Scalars.Boolean.NonNull(),
                "Also what vaults of the parachains have in stake pools: their delegators' positions have it already.",
                (row, included) => $"({included} or not {RoleFields.IsPassedOn(types, types.Position.Map.Of(row))})",
                @default: "false"
            )
            .AsOf(types.AsOf);
        query
            .ToMany(
                "unlockRequests",
                types.UnlockRequest.Type,
                "Redemptions of the PHA vault that wait for their unlock period, oldest first."
            )
            .OrderedBy(("REQUESTED_TIME", SortDirection.Ascending))
            .AsOf(types.AsOf);
    }

    /// <summary>What a position's shares are worth, over a row of its pool: bridged ones at the price of the vault that they are shares of.</summary>
    /// <param name="types">All types.</param>
    /// <param name="position">The position.</param>
    /// <param name="pool">Its pool.</param>
    /// <param name="row">Any row that is read at the same point in time.</param>
    public static string Value(ProductTypes types, RowOf<Position> position, RowOf<PoolState> pool, SqlRow row)
    {
        var shares = position[item => item.Shares];
        return $"""
            coalesce(case when {pool[state => state.BackingPoolId]} is null
             then {PoolFields.Worth(shares, pool)}
             else (select {types.Bridge.Vault.Value(shares)} {types.Bridge.Vault.From(pool, row)}) end, 0)
            """;
    }

    /// <summary>What a position has earned so far, over a row of its pool.</summary>
    /// <param name="types">All types.</param>
    /// <param name="position">The position.</param>
    /// <param name="pool">Its pool.</param>
    /// <param name="row">Any row that is read at the same point in time.</param>
    public static string Earned(ProductTypes types, RowOf<Position> position, RowOf<PoolState> pool, SqlRow row) =>
        $"""
            (case when {pool[state => state.BackingPoolId]} is null
             then {position[item => item.AccruedReward]} + {ShareSql.Earned(
                position[item => item.Shares],
                position[item => item.RewardIndex],
                pool[state => state.RewardIndex]
            )}
             else coalesce({EarnedOnL2(types, position, pool, row)}, 0) end)
            """;

    /// <summary>
    /// The cost basis of a position: what the ledger of its network states, and what claims carried over from the parachains, which
    /// only a look at both ledgers tells, so that it does not matter which of them is indexed first.
    /// </summary>
    public static string Cost(RowOf<Position> position) =>
        $"""
            ({position[item => item.Cost]} + coalesce((select carried.cost
             from carried_costs({position[item => item.Network]}, {position[item => item.PoolId]}, {position[
                item => item.Account
            ]}) with ordinality carried (from_height, cost, n)
             where carried.from_height <= {position[item => item.FromHeight]} order by carried.n desc limit 1), 0))
            """;

    /// <summary>What waits to be claimed beside the shares of a position, over a row of its pool; only stake pools of the first version let it.</summary>
    /// <param name="position">The position.</param>
    /// <param name="pool">Its pool.</param>
    public static string Pending(RowOf<Position> position, RowOf<PoolState> pool) =>
        $"""
            (case when {pool[state => state.RewardAccumulator]} is null then 0
             else {position[item => item.AvailableReward]} - {position[item => item.RewardDebt]} + {ShareSql.Accumulated(
                position[item => item.Shares],
                pool[state => state.RewardAccumulator]
            )} end)
            """;

    private static string EarnedOnL2(ProductTypes types, RowOf<Position> position, RowOf<PoolState> pool, SqlRow row) =>
        $"(select {EarnedOnL2(types, position)} {types.Bridge.Vault.From(pool, row)})";

    /// <summary>
    /// The rule of every position, a stretch between two changes after the other, by the reward index of the vault on the L1 at the times at which
    /// the position on the L2 changed; over a row of the vault (<see cref="BackingVault.Row"/>).
    /// </summary>
    public static string EarnedOnL2(ProductTypes types, RowOf<Position> position)
    {
        var backing = types.Bridge.Vault;
        var version = types.Position.Map.As("version");
        var block = types.Block.Map.As("version_block");
        var begin = $"""
            (select {block[item => item.Time]} from {block.From} where {block[item => item.Network]} = {version[
                item => item.Network
            ]} and {block[item => item.Height]} = {version[item => item.FromHeight]})
            """;
        return $"""
            (select sum({ShareSql.Earned("shares", "since", "till")}) from (
              select shares, since, lead(since, 1, {backing.Row[vault => vault.RewardIndex]}) over (order by from_height) as till
              from (select {version[item => item.Shares]} as shares, {version[
                item => item.FromHeight
            ]} as from_height, {backing.IndexAt(begin)} as since
               from {version.From} where {version[item => item.Network]} = {position[
                item => item.Network
            ]} and {version[item => item.PoolId]} = {position[item => item.PoolId]} and {version[
                item => item.Account
            ]} = {position[item => item.Account]} and {version[item => item.FromHeight]} <= {position[
                item => item.FromHeight
            ]}) versions) stretches)
            """;
    }

    private static void AddPosition(ProductTypes types)
    {
        var position = types.Position;
        position.AddNetwork(row => row.Network, types.Names.Refusal);
        position.AddPoolId(row => row.PoolId);
        position.Add(row => row.Account, "address");
        position.Add(row => row.FromHeight);
        position.Add(row => row.Shares, scalar: types.Scalars.Decimal);
        position.Add(row => row.WithdrawingShares, scalar: types.Scalars.Decimal);
        position.Add(row => row.UnlockingValue);
        position
            .Type.Computed("cost", types.Scalars.Pha.NonNull(), row => Cost(position.Map.Of(row)), CostDescription)
            .Filterable()
            .NotGroupable()
            .Sortable()
            .Summable();
        OverPool(
            types,
            "value",
            Value,
            "Value of the shares in PHA: shares * total value / total shares of the pool, rounded down; of bridged shares by those of the vault on the L1, and 0 while that is not indexed. What is unlocking comes on top."
        );
        OverPool(
            types,
            "earned",
            Earned,
            "What it earned so far in PHA: its part of every reward of the pool by its shares then, rounded down; of bridged shares its part of the rewards of the vault on the L1 while they were here."
        );
        OverPool(
            types,
            "pendingReward",
            (_, mine, pool, _) => Pending(mine, pool),
            "Rewards that wait to be claimed, in PHA: those of stake pools of version 1, on top of the value."
        );
    }

    private static void OverPool(
        ProductTypes types,
        string name,
        Func<ProductTypes, RowOf<Position>, RowOf<PoolState>, SqlRow, string> value,
        string description
    )
    {
        var (position, pool) = (types.Position, types.Pool);
        position
            .Type.Computed(
                name,
                types.Scalars.Pha.NonNull(),
                pool.Type,
                position.On(pool.Map, (row => row.Network, row => row.Network), (row => row.PoolId, row => row.PoolId)),
                (mine, own) => value(types, position.Map.Of(mine), pool.Map.Of(own), mine),
                description
            )
            .Filterable()
            .NotGroupable()
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
            .SortableBy("totalValue", "createdTime");
        LedgerRowFields.AddAccount(types, position, row => row.Account, required: true);
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
        request.AddNetwork(row => row.Network, types.Names.Refusal);
        request.AddPoolId(row => row.PoolId);
        request.Add(row => row.RequestHeight, "requestedHeight");
        request.Add(row => row.RequestIndex, "requestedIndex");
        request.Add(row => row.Owner, "address");
        request.Add(row => row.Receiver);
        request.Add(row => row.Assets);
        request.Add(row => row.RequestedAt, "requestedTime");
        var terms = types.VaultTerms.Map.As("terms");
        request.Type.Computed(
            "unlockTime",
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
        LedgerRowFields.AddAccount(types, request, row => row.Owner, required: false);
    }

    private static void AddTerms(ProductTypes types)
    {
        var terms = types.VaultTerms;
        terms.Add(row => row.FromHeight);
        terms.Add(row => row.RewardRate);
        terms.Type.Computed(
            "treasuryRatio",
            types.Scalars.Ratio,
            row => $"{terms.Map.Of(row)[item => item.TreasuryRatio]} * 1e14",
            "The treasury's part of the stream; null before the first update."
        );
        terms.Add(row => row.UnlockPeriod);
        terms.Add(row => row.MaxUnlockRequests);
    }

    private static void AddMembers(ProductTypes types)
    {
        var entry = types.WhitelistEntry;
        entry.Add(row => row.Account, "address");
        entry.Add(row => row.FromHeight);
        LedgerRowFields.AddAccount(types, entry, row => row.Account, required: false);
    }
}
