using Indexer.Api.Model;
using Indexer.Domain;
using Indexer.GraphQL;
using Indexer.GraphQL.Types;

namespace Indexer.Api.Holders;

/// <summary>Whether an account is somebody's, or holds what is others' already: totals and rankings are of the former.</summary>
internal static class RoleFields
{
    private static readonly string KeylessPrefixes = string.Join(
        ", ",
        AccountId.KeylessPrefixes.Select(prefix => $"'{prefix}'")
    );

    public static EnumType Create(SchemaBuilder builder) =>
        builder.Enum(
            "AccountRole",
            "What an account is.",
            new EnumValue("HOLDER", "Somebody's own."),
            new EnumValue("POOL", "The account of a pool or vault: what it holds is its delegators'."),
            new EnumValue("PALLET", "An account of the runtime, such as the treasury, or of another parachain."),
            new EnumValue("LABELLED", "A contract or an institution that holds for many, by configuration.")
        );

    public static void Add(ProductTypes types) =>
        types
            .Account.Type.Computed(
                "role",
                types.AccountRole.NonNull(),
                row => Role(types, types.Addresses.Of(row)[account => account.Address]),
                "What it is. Rankings of holders and sums of positions count those that are somebody's own."
            )
            .Filterable();

    /// <summary>The role of an address.</summary>
    public static string Role(ProductTypes types, string address)
    {
        var (pool, label) = (types.Pools.As("of_pool"), types.Labels.As("label"));
        return $"""
            (case when {address} in (select {pool[row => row.Account]} from {pool.From} where {pool[
                row => row.Account
            ]} is not null) then 'POOL'
             when length({address}) = {AccountId.SubstrateLength} and substring({address} from 1 for 4) in ({KeylessPrefixes}) then 'PALLET'
             when exists (select from {label.From} where {label[row => row.Address]} = {address}) then 'LABELLED'
             else 'HOLDER' end)
            """;
    }

    /// <summary>
    /// Whether a position is what a pool has in another one: the money of its delegators, whose own positions have it already. An owner's
    /// commission, which lies on the account of the pool itself, is not.
    /// </summary>
    public static string IsPassedOn(ProductTypes types, RowOf<Position> position)
    {
        var pool = types.Pools.As("of_pool");
        return $"""
            exists (select from {pool.From} where {pool[row => row.Network]} = {position[
                row => row.Network
            ]} and {pool[row => row.Account]} = {position[row => row.Account]} and {pool[row => row.Id]} <> {position[
                row => row.PoolId
            ]})
            """;
    }
}
