using Indexer.Api.Model;
using Indexer.Domain;
using Indexer.GraphQL.Types;

namespace Indexer.Api.Migration;

/// <summary>The move of each parachain in total, and how claims differ from what the chain knew.</summary>
internal static class MigrationFields
{
    public static void Add(ProductTypes types)
    {
        AddEntry(types);
        AddDifference(types);
        AddTotal(types);
        AddToClaim(types);
    }

    /// <summary>The root fields.</summary>
    public static void AddRoots(ProductTypes types, ObjectType query)
    {
        query
            .ToOne("migration", types.Migration.Total, "The move of a parachain.")
            .Argument(
                "chain",
                Scalars.String.NonNull(),
                "Name of the parachain: khala or phala.",
                (row, chain) => $"{row["network"]} = {chain}"
            );
        query.List("migrations", types.Migration.Total, "The moves of the parachains.");
    }

    private static void AddEntry(ProductTypes types)
    {
        var entry = types.Migration.Entry;
        entry.Type.WithoutFigures();
        entry.AddNetwork(row => row.Network, types.Names.Refusal);
        entry.Add(row => row.Height);
        entry.Add(row => row.Time);
        entry.Add(row => row.Account, "address");
        entry.Add(row => row.Kind);
        entry.Add(row => row.Leg);
        entry.Add(row => row.PoolId);
        entry.Add(row => row.Shares, scalar: types.Scalars.Decimal);
        entry.Add(row => row.Amount);
        entry.Add(row => row.Cost);
    }

    private static void AddDifference(ProductTypes types)
    {
        var (difference, scalars) = (types.Migration.Difference, types.Scalars);
        difference
            .Column("network", Scalars.String.NonNull(), "network", "Name of the parachain.")
            .Filterable(compared: null, types.Names.Refusal);
        difference
            .Column(
                "address",
                scalars.Address,
                "account",
                "The account; null while no indexed network names one with the claim's first 20 bytes."
            )
            .Filterable()
            .NotGroupable();
        difference
            .Column(
                "reason",
                scalars.LeafOf(typeof(MigrationReason)).NonNull(),
                "reason",
                "Why, as far as it is known."
            )
            .Filterable();
        Amount(
            difference,
            scalars,
            "free",
            "free",
            "PHA expected as PHA less what was paid so; negative when more was paid."
        );
        Amount(
            difference,
            scalars,
            "staked",
            "staked",
            "PHA expected as shares less what was paid so, at the frozen price; negative when more was paid."
        );
        difference
            .Column("claimedTime", Scalars.DateTime.NonNull(), "claimed_at", "When it was claimed, UTC.")
            .Filterable()
            .Sortable();
    }

    private static void AddTotal(ProductTypes types)
    {
        var (total, scalars) = (types.Migration.Total, types.Scalars);
        total.Column("network", Scalars.String.NonNull(), "network", "Name of the parachain: khala or phala.");
        total.Column(
            "lastHeight",
            Scalars.Long,
            "last_height",
            "Height of its last block; null while it is not indexed to its end."
        );
        total.Column("endedTime", Scalars.DateTime, "ended_at", "Time of its last block, UTC; null until then.");
        total.Column(
            "balancesRead",
            Scalars.Boolean.NonNull(),
            "balances_read",
            "Whether balances of accounts were read after the last block; where no node lists them, free PHA is not expected."
        );
        total.Column("claimNetwork", Scalars.String, "claim_network", "The network of the claim contract.");
        total.Column("contract", scalars.Address, "contract", "The claim contract; null until its funding is indexed.");
        total.Column("fundedTime", Scalars.DateTime, "deposited_at", "When it was first funded, UTC.");
        total.Computed(
            "price",
            scalars.Pha.NonNull(),
            row => $"div({row["price_assets"]} * {Pha.UnitsPerPha}, {row["price_shares"]})",
            "The frozen price of a share of the PHA vault in PHA, rounded down to 18 digits."
        );
        total.Column(
            "priceStated",
            Scalars.Boolean.NonNull(),
            "price_stated",
            "Whether the contract's own purchase states the price; else it is the published one."
        );
        total.Column("accounts", Scalars.Long.NonNull(), "accounts", "Accounts that had something.");
        total.Column("claims", Scalars.Long.NonNull(), "claims", "Claims so far.");
        total.Column("unclaimedAccounts", Scalars.Long.NonNull(), "unclaimed_accounts", "Accounts without a claim.");
        AddSums(types);
        AddLists(types);
    }

    private static void AddSums(ProductTypes types)
    {
        (string Name, string Column, string What)[] sums =
        [
            ("expectedFree", "expected_free", "PHA that accounts had on the side of PHA."),
            ("expectedStaked", "expected_staked", "PHA that accounts had on the side of shares, at the last price."),
            ("rounding", "rounding", "PHA that rounding left in pools, nobody's, beside what is expected."),
            ("fundedFree", "deposited_free", "PHA put into the contract for the side of PHA (Deposited)."),
            (
                "fundedStaked",
                "deposited_staked",
                "What was put into the contract for the side of shares, as it states it (Deposited)."
            ),
            ("claimedFree", "claimed_free", "PHA claimed as PHA."),
            ("claimedStaked", "claimed_staked", "PHA claimed as shares, at the frozen price, each rounded down."),
            ("unclaimedFree", "unclaimed_free", "PHA that waits on the side of PHA."),
            ("unclaimedStaked", "unclaimed_staked", "PHA that waits on the side of shares, at the frozen price."),
            (
                "differenceFree",
                "difference_free",
                "expectedFree - claimedFree - unclaimedFree: the sum of the differences."
            ),
            (
                "differenceStaked",
                "difference_staked",
                "expectedStaked - claimedStaked - unclaimedStaked: the sum of the differences."
            ),
        ];
        foreach (var (name, column, what) in sums)
        {
            types.Migration.Total.Column(name, types.Scalars.Pha.NonNull(), column, what);
        }
    }

    private static void AddLists(ProductTypes types)
    {
        var total = types.Migration.Total;
        total.ToMany(
            "differences",
            types.Migration.Difference,
            "How claims differ from what their accounts had; groups by reason add them up.",
            Join.On(("network", "network"))
        );
        total.ToMany(
            "unclaimed",
            types.Migration.Unclaimed,
            "What is unclaimed, by account.",
            Join.On(("network", "network"))
        );
        total
            .ToMany(
                "claimed",
                types.Claim.Type,
                "Its claims, oldest first; groups by day add them up over time.",
                Join.On().Where((mine, claim) => $"{types.Claim.Map.Of(claim)[row => row.Kind]} = {mine["kind"]}")
            )
            .OldestFirst();
    }

    private static void AddToClaim(ProductTypes types)
    {
        var claim = types.Claim;
        claim.Type.List(
            "differences",
            types.Migration.Difference,
            "How it differs from what its account had when the parachain ended, by reason; empty when it does not.",
            Join.On()
                .Where(
                    (mine, difference) =>
                        $"{difference["network"]} = lower({claim.Map.Of(mine)[row => row.Kind]}) and {difference["claim_user"]} = {claim.Map.Of(mine)[row => row.User]}"
                )
        );
    }

    private static void Amount(
        ObjectType type,
        ScalarRegistry scalars,
        string name,
        string column,
        string description
    ) =>
        type.Column(name, scalars.Pha.NonNull(), column, description).Filterable().NotGroupable().Sortable().Summable();
}
