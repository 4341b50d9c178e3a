using Indexer.Api.Holders;
using Indexer.Api.Model;
using Indexer.Api.Staking;
using Indexer.GraphQL.Types;

namespace Indexer.Api.Migration;

/// <summary>What accounts of the ended parachains have not claimed.</summary>
internal static class UnclaimedFields
{
    private const string How =
        "The owner signs the text 'Khala Asset Receiver: 0x…' or 'Phala Asset Receiver: 0x…' with the key of the Substrate account in Phala's app, which hands out the claim that anybody may then send to the contract.";

    public static void Add(ProductTypes types)
    {
        AddRow(types);
        AddClaim(types);
        types
            .Holder.Type.ToMany(
                "unclaimed",
                types.Migration.Unclaimed,
                "What its accounts had when their parachains ended and have not claimed.",
                Of((row, address) => $"{address} = any ({HolderSql.Members(types, types.Addresses.Of(row))})")
            )
            .Filterable();
        types
            .Account.Type.ToMany(
                "unclaimed",
                types.Migration.Unclaimed,
                "What it had when its parachains ended and has not claimed.",
                Of((row, address) => $"{address} = {types.Addresses.Of(row)[account => account.Address]}")
            )
            .Filterable();
        types
            .Holder.Type.Computed(
                "unclaimedValue",
                types.Scalars.Pha.NonNull(),
                row =>
                    $"""
                        (select coalesce(sum({Value(
                            types,
                            row,
                            "own_unclaimed"
                        )}), 0) from {MigrationTypes.AccountsView} own_unclaimed
                         where own_unclaimed.account = any ({HolderSql.Members(types, types.Addresses.Of(row))})
                         and {row.InForce(types.Migration.Unclaimed, "own_unclaimed")})
                        """,
                "Value in PHA of all that it has not claimed: the field value of each."
            )
            .Filterable()
            .NotGroupable()
            .Sortable();
        var (staked, unlocking, unclaimed) = (
            types.Holder.Type.ValueOf("stakedValue"),
            types.Holder.Type.ValueOf("unlocking"),
            types.Holder.Type.ValueOf("unclaimedValue")
        );
        types
            .Holder.Type.Computed(
                "totalValue",
                types.Scalars.Pha.NonNull(),
                row => $"({staked(row)} + {unlocking(row)} + {unclaimed(row)})",
                "Everything in PHA: stakedValue + unlocking + unclaimedValue."
            )
            .Filterable()
            .NotGroupable()
            .Sortable();
    }

    /// <summary>The root field.</summary>
    public static void AddRoots(ProductTypes types, ObjectType query) =>
        query
            .ToMany(
                "unclaimed",
                types.Migration.Unclaimed,
                "What accounts had when their parachains ended and have not claimed."
            )
            .Argument(
                "address",
                types.Scalars.Address,
                "Only what belongs to the holder of this address, any of its own.",
                (row, address) => $"{row["account"]} = any ({HolderSql.MembersOf(types, row, address)})"
            )
            .AsOf(types.AsOf);

    /// <summary>
    /// What an unclaimed account is worth: its free PHA, and the shares that its stake became at the frozen price, at the vault's price
    /// then. Until the claim contract bought its shares the stake stands as it was.
    /// </summary>
    private static string Value(ProductTypes types, SqlRow row, string account)
    {
        var paid = types.ClaimContracts.As("paid");
        var (pool, held) = (types.Pool.Map.As("vault"), types.Position.Map.As("held"));
        return $"""
            ({account}.free + coalesce((
              select {PoolFields.Worth($"div({account}.staked * {paid[item => item.Shares]}, {paid[item => item.Assets]})", pool)}
              from {paid.From}
              join {held.From} on {held[item => item.Network]} = {paid[item => item.Network]} and {held[
                item => item.Account
            ]} = {paid[item => item.Contract]} and {row.InForce(types.Position.Type, "held")}
              join {pool.From} on {pool[item => item.Network]} = {paid[item => item.Network]} and {pool[
                item => item.PoolId
            ]} = {held[item => item.PoolId]} and {row.InForce(types.Pool.Type, "vault")}
              where {paid[item => item.Network]} = {account}.claim_network and {paid[
                item => item.Contract
            ]} = {account}.contract and {row.InForce(types.Pool.Type, "paid")} and {paid[item => item.Assets]} > 0
              limit 1), {account}.staked))
            """;
    }

    private static void AddRow(ProductTypes types)
    {
        var (unclaimed, scalars) = (types.Migration.Unclaimed, types.Scalars);
        unclaimed.WithoutFigures();
        unclaimed
            .Column("network", Scalars.String.NonNull(), "network", "Name of the parachain.")
            .Filterable(compared: null, types.Names.Refusal);
        unclaimed.Column("address", scalars.Address.NonNull(), "account", "The account.").Filterable().NotGroupable();
        Amount("free", "PHA that is claimed as PHA.");
        Amount("staked", "PHA of its stake at the end, which is claimed as shares of the PHA vault.");
        unclaimed
            .Computed(
                "value",
                scalars.Pha.NonNull(),
                row => Value(types, row, row.ToString()),
                "What it is worth: the free PHA, and the shares at the vault's price, rounded down. Until the claim contract was funded the stake counts as it stood at the end."
            )
            .NotGroupable()
            .Sortable()
            .Summable();
        unclaimed
            .Column(
                "shares",
                scalars.Decimal.NonNull(),
                "shares",
                "Shares of the PHA vault that the stake became: staked / the frozen price, rounded down."
            )
            .NotGroupable()
            .Sortable()
            .Summable();
        Amount("cost", "Cost basis of the stake, which the claim carries on.");
        unclaimed.Column("endedTime", Scalars.DateTime.NonNull(), "ended_at", "When the parachain ended, UTC.");

        void Amount(string name, string description) =>
            unclaimed
                .Column(name, scalars.Pha.NonNull(), name, description)
                .Filterable()
                .NotGroupable()
                .Sortable()
                .Summable();
    }

    private static void AddClaim(ProductTypes types)
    {
        var (unclaimed, scalars) = (types.Migration.Unclaimed, types.Scalars);
        unclaimed.Column(
            "contract",
            scalars.Address,
            "contract",
            "The contract that pays the claim; null until its funding is indexed."
        );
        unclaimed.Column(
            "claimNetwork",
            Scalars.String,
            "claim_network",
            "The network of the contract; null until its funding is indexed."
        );
        unclaimed.Computed(
            "how",
            Scalars.String.NonNull(),
            _ => $"'{How.Replace("'", "''")}'::text",
            "How it is claimed."
        );
        unclaimed.ToOne(
            "account",
            types.Account.Type,
            "The account.",
            Join.On(("account", types.Addresses.Column(account => account.Address))),
            required: true
        );
        unclaimed.List(
            "entries",
            types.Migration.Entry.Type,
            "The holdings that it consists of.",
            Join.On(
                ("network", types.Migration.Entry.Map.Column(entry => entry.Network)),
                ("account", types.Migration.Entry.Map.Column(entry => entry.Account))
            )
        );
    }

    private static Join Of(Func<SqlRow, string, string> owns) =>
        Join.On().Where((owner, unclaimed) => owns(owner, unclaimed["account"]));
}
