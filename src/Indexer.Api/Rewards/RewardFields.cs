using Indexer.Api.Model;
using Indexer.Api.Staking;
using Indexer.Domain;
using Indexer.GraphQL.Types;
using Indexer.Storage;

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
        reward.Add(row => row.Shares, scalar: types.Scalars.Decimal);
        reward
            .Type.Computed(
                "value",
                types.Scalars.Pha,
                row => Value(reward.Map.Of(row)),
                "What it was worth in PHA: the amount, or what the shares that were paid were worth then by the vault on the L1; null while that is not indexed."
            )
            .NotGroupable()
            .Summable();
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
        query
            .ToMany(
                "rewards",
                types.Reward.Type,
                "Rewards of pools, on all networks, oldest first. Sums count nothing twice, unless passedOn is asked for."
            )
            .Argument(
                "passedOn",
                Scalars.Boolean.NonNull(),
                "Also the parts that vaults of the parachains have of the rewards of stake pools: those count them already.",
                (row, included) => $"({included} or not {IsPassedOn(types.Reward.Map.Of(row))})",
                @default: "false"
            )
            .OldestFirst();

    /// <summary>What a reward was worth when it was paid, in PHA.</summary>
    public static string Value(RowOf<Reward> reward) =>
        $"(case when {reward[row => row.Shares]} is null then {reward[row => row.Amount]} else vault_worth({reward[row => row.Network]}, {reward[row => row.Time]}, {reward[row => row.Shares]}) end)";

    /// <summary>Whether it is a vault's part of a stake pool's reward, which no chain states.</summary>
    private static string IsPassedOn(RowOf<Reward> reward) =>
        $"({reward[row => row.Kind]} = '{EnumText.Of(RewardKind.Stakers)}' and not {reward[row => row.Stated]})";
}
