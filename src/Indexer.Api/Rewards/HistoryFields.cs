using Indexer.Api.Holders;
using Indexer.Api.Model;
using Indexer.Api.Networks;
using Indexer.Domain;
using Indexer.GraphQL.Types;
using Indexer.Storage;

namespace Indexer.Api.Rewards;

/// <summary>Rewards and holdings by stretches of the calendar, empty ones included.</summary>
internal static class HistoryFields
{
    /// <summary>Each position of a holder is looked up at each edge of a stretch.</summary>
    private const int Points = 5;

    public static void Add(ProductTypes types)
    {
        AddRewardStretch(types);
        AddStretch(types);
        AddPoolStretch(types);
        AddNetworkStretch(types);
        AddTo(types, types.Holder, row => HolderSql.Members(types, types.Addresses.Of(row)));
        AddTo(types, types.Account, row => $"array[{types.Addresses.Of(row)[account => account.Address]}]");
        var position = types.Position;
        string Own(SqlRow row)
        {
            var mine = position.Map.Of(row);
            return $"select {mine[item => item.Network]} as network, {mine[item => item.PoolId]} as pool_id, {mine[item => item.Account]} as account";
        }

        AddFields(
            position.Type,
            types.History.Rewards,
            types.History.Stretch,
            row => HistorySql.OfPositions(types, row, Own(row), accounts: null)
        );
        AddFields(
            types.Pool.Type,
            types.History.Rewards,
            types.History.PoolStretch,
            row => HistorySql.OfPool(types, row)
        );
        AddFields(
            types.Network.Type,
            types.History.Rewards,
            types.History.NetworkStretch,
            row => HistorySql.OfNetwork(types, row)
        );
    }

    private static void AddTo(ProductTypes types, ObjectMap<HolderAccount> owner, Func<SqlRow, string> members)
    {
        var position = types.Position.Map.As("any_version");
        AddFields(
            owner.Type,
            types.History.Rewards,
            types.History.Stretch,
            row =>
                HistorySql.OfPositions(
                    types,
                    row,
                    $"select distinct {position[item => item.Network]} as network, {position[item => item.PoolId]} as pool_id, {position[item => item.Account]} as account from {position.From} where {position[item => item.Account]} = any ({members(row)})",
                    members(row)
                )
        );
    }

    private static void AddFields(ObjectType owner, ObjectType rewards, ObjectType stretch, Func<SqlRow, string> sql)
    {
        Field(
            "rewardHistory",
            rewards,
            "What was earned in each stretch of the calendar, in order, stretches without rewards included."
        );
        Field("history", stretch, "How it stood at the end of each stretch of the calendar, in order.");

        void Field(string name, ObjectType type, string description) =>
            owner
                .List(
                    name,
                    type,
                    $"{description} At most {HistorySql.MaxStretches:N0} stretches, from the first on.",
                    Join.From(sql),
                    HistorySql.MaxStretches
                )
                .Costing(Points)
                .Argument(
                    new InputValue(HistorySql.Interval, TimeInterval.Type.NonNull(), "The length of a stretch.", "DAY")
                )
                .Argument(
                    new InputValue(
                        HistorySql.From,
                        Scalars.DateTime,
                        "A time in the first stretch, UTC; the first stake when left out."
                    )
                )
                .Argument(
                    new InputValue(
                        HistorySql.To,
                        Scalars.DateTime,
                        "The end, UTC, which does not belong to it; how far is indexed when left out, and at most."
                    )
                );
    }

    private static void AddRewardStretch(ProductTypes types)
    {
        var (stretch, pha) = (types.History.Rewards, types.Scalars.Pha);
        AddTimes(stretch);
        stretch.Column(
            "delegated",
            pha.NonNull(),
            "delegated",
            "Earned by shares: their part of every reward of their pools. Derived: the chains state rewards of pools only."
        );
        stretch.Column(
            "waited",
            pha.NonNull(),
            "waited",
            "Earned by what was unclaimed: the shares that the claim contract holds for it. Derived."
        );
        stretch.Column(
            "commission",
            pha.NonNull(),
            "commission",
            "Commission as owner of pools, as the chain states it; of a vault the value of the owner's new shares."
        );
        stretch.Column(
            "paid",
            pha.NonNull(),
            "paid",
            "Paid out by staking contracts, as they state it; vPHA by what it was worth then."
        );
        stretch.Computed(
            "total",
            pha.NonNull(),
            row => $"({row["delegated"]} + {row["waited"]} + {row["commission"]} + {row["paid"]})",
            "All of it."
        );
        stretch.Column(
            "cumulated",
            pha.NonNull(),
            "cumulated",
            "Earned by shares and by what was unclaimed from the first day to the end of the stretch; commission and what was paid out are not in it."
        );
        stretch.Column(
            "networks",
            Scalars.String.NonNull().List().NonNull(),
            "networks",
            "The networks on which there were shares at the end of the stretch."
        );
    }

    private static void AddStretch(ProductTypes types)
    {
        var (stretch, pha) = (types.History.Stretch, types.Scalars.Pha);
        AddTimes(stretch);
        stretch.Column("value", pha.NonNull(), "value", "Value of the shares, each position rounded down.");
        stretch.Column("unlocking", pha.NonNull(), "unlocking", "PHA that waited for its unlock period.");
        stretch.Column("unclaimed", pha.NonNull(), "unclaimed", "Value of what was unclaimed of ended parachains.");
        stretch.Computed(
            "total",
            pha.NonNull(),
            row => $"({row["value"]} + {row["unlocking"]} + {row["unclaimed"]})",
            "All of it."
        );
        stretch.Column("cost", pha.NonNull(), "cost", "Cost basis of the shares.");
        stretch.Column(
            "shares",
            types.Scalars.Decimal.NonNull(),
            "shares",
            "Shares; over several pools a plain sum of shares of different prices."
        );
    }

    private static void AddPoolStretch(ProductTypes types)
    {
        var (stretch, pha) = (types.History.PoolStretch, types.Scalars.Pha);
        AddTimes(stretch);
        stretch.Column(
            "totalValue",
            pha.NonNull(),
            "value",
            "Value of all shares; of bridged ones by the vault on the L1, as the price and the rate."
        );
        stretch.Column("totalShares", types.Scalars.Decimal.NonNull(), "shares", "All shares.");
        stretch.Computed(
            "sharePrice",
            pha,
            row => ShareSql.Price(row["value"], row["shares"]),
            "Value of one share, rounded down to 18 digits; null while there are no shares."
        );
        stretch.Column("freeValue", pha.NonNull(), "free", "PHA that was invested in nothing.");
        stretch.Column("unlocking", pha.NonNull(), "unlocking", "PHA that waited for its unlock period.");
        stretch.Column("workerCount", Scalars.Int.NonNull(), "workers", "Workers of a stake pool.");
        AddApr(types, stretch);
    }

    private static void AddNetworkStretch(ProductTypes types)
    {
        var stretch = types.History.NetworkStretch;
        AddTimes(stretch);
        stretch.Column("staked", types.Scalars.Pha.NonNull(), "value", NetworkFigures.StakedDescription);
        stretch.Column("delegatorCount", Scalars.Int.NonNull(), "delegators", NetworkFigures.DelegatorsDescription);
        stretch.Column("poolCount", Scalars.Int.NonNull(), "pools", "Pools and vaults.");
        stretch.Column("workerCount", Scalars.Int.NonNull(), "workers", "Workers in stake pools.");
        AddApr(types, stretch);
        stretch.Column(
            "averageBlockTime",
            types.Scalars.Decimal,
            "block_time",
            "Seconds from one block to the next, on average of those between the last indexed blocks before the begin and the end; null where there are none."
        );
    }

    private static void AddApr(ProductTypes types, ObjectType stretch) =>
        stretch.Computed(
            "apr",
            types.Scalars.Ratio,
            row =>
                $"div({row["rate_rewards"]} * {Staking.PoolApr.SecondsPerYear} * 1e18, nullif(greatest({row["rate_value"]} - {row["rate_compounded"]}, 0) * greatest({row["seconds"]}, 0), 0))",
            "Realised yearly rate of the stretch, as far as it is indexed, not compounded: rewards of the shares / what they were worth before them, times the year of 365 days over the stretch; null where nothing was left of them."
        );

    private static void AddTimes(ObjectType stretch)
    {
        stretch.Column("startTime", Scalars.DateTime.NonNull(), "begin", "Its begin, UTC.");
        stretch.Column("endTime", Scalars.DateTime.NonNull(), "finish", "Its end, UTC, which does not belong to it.");
    }
}
