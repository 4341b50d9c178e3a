using Indexer.Api.Bridge;
using Indexer.Api.Model;
using Indexer.Api.Staking;
using Indexer.Domain;
using Indexer.GraphQL;
using Indexer.GraphQL.Types;

namespace Indexer.Api.Holders;

/// <summary>Accounts, and the holders that they belong to.</summary>
internal static class HolderFields
{
    public static void Add(ProductTypes types)
    {
        AddAccount(types);
        AddHolder(types);
        AddHistory(types, types.Account, (mine, address) => $"{address} = {mine[row => row.Address]}");
        AddHistory(types, types.Holder, (mine, address) => $"{address} = any ({HolderSql.Members(types, mine)})");
        AddAppearance(types);
        LabelFields.Add(types);
        RoleFields.Add(types);
    }

    /// <summary>The type of holders: the rows of their main addresses.</summary>
    public static ObjectMap<HolderAccount> Create(ProductTypes types, SchemaBuilder builder) =>
        new(
            builder.Node(
                "Holder",
                types.Addresses.Table,
                "Everything of one person: all accounts linked by claims, directly or through others. The same whichever of its addresses is asked for.",
                HolderSql.Key(types)
            ),
            types.Addresses,
            types.Scalars
        );

    private static void AddAccount(ProductTypes types)
    {
        var account = types.Account;
        account.Add(row => row.Address);
        var kind = types.AccountKind;
        account
            .Type.Computed(
                "kind",
                kind.NonNull(),
                row =>
                    $"case length({account.Map.Of(row)[item => item.Address]}) when {AccountId.SubstrateLength} then 'SUBSTRATE' else 'EVM' end",
                "The kind of its chain."
            )
            .Filterable();
        account
            .ToMany(
                "networks",
                types.Appearance,
                "The networks that have named it, with the first block that did.",
                (row => row.Address, appearance => appearance.Address)
            )
            .Filterable();
        account
            .Type.ToOne(
                "holder",
                types.Holder.Type,
                "The holder that it belongs to.",
                account.Where(
                    types.Holder,
                    (mine, holder) =>
                        $"{holder[row => row.Address]} = {(mine.Sql is { } row && HolderSql.IsAsOf(types, row) ? HolderSql.MainOf(types, row, mine[item => item.Address]) : mine[item => item.Holder])}"
                ),
                required: true
            )
            .Filterable();
    }

    private static void AddHolder(ProductTypes types)
    {
        var holder = types.Holder;
        holder
            .Add(
                row => row.Address,
                description: "Its main address, the same whichever was asked for: the Substrate account of its first claim, while that is not known the smallest Substrate account, and without any the smallest EVM account. Filters take any of its addresses. The id of a holder stays when the address changes because more became known."
            )
            .Filterable((row, address) => HolderSql.MainOf(types, row, address));
        holder
            .Type.ToMany(
                "accounts",
                types.Account.Type,
                "All its accounts.",
                holder.Where(
                    types.Account,
                    (mine, account) =>
                        mine.Sql is { } row && HolderSql.IsAsOf(types, row)
                            ? $"{account[item => item.Address]} = any ({HolderSql.Members(types, mine)})"
                            : $"{account[item => item.Holder]} = {mine[item => item.Address]}"
                )
            )
            .Filterable();
        var flights = new Flights(types);
        Sum(
            types,
            "stakedValue",
            (position, pool, row) => PositionFields.Value(types, position, pool, row),
            row =>
                flights.InFlightTo(
                    HolderSql.Members(types, types.Addresses.Of(row)),
                    flight => flights.Value(flight, row),
                    row
                ),
            "Value in PHA of all its shares, on the parachains, on Ethereum, on Phala's L2 and on their way to it; each "
                + "position and transfer rounded down. What is unlocking and what is unclaimed come on top."
        );
        Sum(
            types,
            "unlocking",
            (position, _, _) => position[row => row.UnlockingValue],
            _ => "0",
            "PHA that left its shares and waits for the unlock period of the PHA vault: a fixed amount that earns nothing."
        );
        Sum(
            types,
            "pendingReward",
            (position, pool, _) => PositionFields.Pending(position, pool),
            _ => "0",
            "Rewards that wait to be claimed, in PHA: those of stake pools of version 1, on top of the value."
        );
        Sum(
            types,
            "earned",
            (position, pool, row) => PositionFields.Earned(types, position, pool, row),
            row => flights.EarnedTo(HolderSql.Members(types, types.Addresses.Of(row)), row),
            "What all its positions earned so far, in PHA, and its shares on their way over the bridge; each rounded down."
        );
    }

    private static void Sum(
        ProductTypes types,
        string name,
        Func<RowOf<Position>, RowOf<PoolState>, SqlRow, string> value,
        SqlExpression onTop,
        string description
    )
    {
        var position = types.Position.Map.As("own_position");
        var pool = types.Pool.Map.As("own_pool");
        types
            .Holder.Type.Computed(
                name,
                types.Scalars.Pha.NonNull(),
                row =>
                    $"""
                    ((select coalesce(sum({value(position, pool, row)}), 0) from {position.From}
                     join {pool.From} on {pool[item => item.Network]} = {position[item => item.Network]} and {pool[
                        item => item.PoolId
                    ]} = {position[item => item.PoolId]}
                     where {position[item => item.Account]} = any ({HolderSql.Members(types, types.Addresses.Of(row))})
                     and {row.InForce(types.Position.Type, "own_position")} and {row.InForce(
                        types.Pool.Type,
                        "own_pool"
                    )}) + {onTop(row)})
                    """,
                description
            )
            .Filterable()
            .NotGroupable()
            .Sortable();
    }

    /// <summary>What accounts and holders have in common: everything that their addresses did.</summary>
    private static void AddHistory(
        ProductTypes types,
        ObjectMap<HolderAccount> owner,
        Func<RowOf<HolderAccount>, string, string> owns
    )
    {
        Add(types.Position, "positions", "What it has in each pool.", position => position[row => row.Account]);
        Add(
            types.UnlockRequest,
            "unlockRequests",
            "Redemptions of the PHA vault that wait for their unlock period.",
            request => request[row => row.Owner]
        );
        Add(
                types.StakeEvent,
                "stakeEvents",
                "Everything that changed its positions, on all networks, oldest first.",
                entry => entry[row => row.Account]
            )
            .OldestFirst();
        Add(
                types.Reward,
                "ownerRewards",
                "Commission: rewards of its accounts as owners of pools, on all networks, oldest first. What its positions earned is in their field earned.",
                reward => reward[row => row.Account]
            )
            .OldestFirst();
        owner
            .Type.ToMany(
                "claims",
                types.Claim.Type,
                "Claims of parachain assets that it received, oldest first.",
                owner.Where(types.Claim, Received)
            )
            .OldestFirst();

        Field Add<TRow>(ObjectMap<TRow> target, string name, string description, Func<RowOf<TRow>, string> address)
            where TRow : class =>
            owner
                .Type.ToMany(
                    name,
                    target.Type,
                    description,
                    owner.Where(target, (mine, theirs) => owns(mine, address(theirs)))
                )
                .Filterable();

        string Received(RowOf<HolderAccount> mine, RowOf<Claim> claim) =>
            $"({owns(mine, claim[row => row.Receiver])} or {owns(mine, claim[row => row.L2Receiver])})";
    }

    private static void AddAppearance(ProductTypes types)
    {
        types.Appearance.AddNetwork(row => row.Network, types.Names.Refusal);
        types.Appearance.AddHeight(types, "height", row => row.Network, row => row.Height);
        types.Appearance.Add(row => row.Time);
    }
}
