using Indexer.Api.Model;
using Indexer.Domain;
using Indexer.GraphQL.Types;

namespace Indexer.Api.Holders;

/// <summary>The root fields that find accounts and holders.</summary>
internal static class HolderRoots
{
    private const int MaxPrefixLength = 2 + (2 * AccountId.SubstrateLength);

    public static void AddRoots(ProductTypes types, ObjectType query)
    {
        AddHolders(types, query);
        AddAccounts(types, query);
    }

    private static void AddHolders(ProductTypes types, ObjectType query)
    {
        query
            .ToOne(
                "holder",
                types.Holder.Type,
                "The holder that an address belongs to; null when the index has not met the address. The answer is the same for all addresses of the holder."
            )
            .Argument(
                "address",
                types.Scalars.Address.NonNull(),
                "Any of its addresses. A Substrate account that no indexed network has named is found by its claim.",
                (row, address) =>
                    $"{types.Addresses.Of(row)[holder => holder.Address]} = ({HolderSql.MainOf(types, row, address)})"
            )
            .AsOf(types.AsOf);
        query
            .ToMany(
                "holders",
                types.Holder.Type,
                "The holders, each once.",
                Join.From(row => HolderSql.Mains(types, row))
            )
            .Argument(
                "addressPrefix",
                Scalars.String,
                Prefix("those with an address that begins so"),
                [SqlType.Bytea, SqlType.Bytea, SqlType.Text, SqlType.Text],
                Range,
                (row, range) => HasMember(types, row, range)
            )
            .Argument(
                "roles",
                types.AccountRole.NonNull().List().NonNull(),
                "Only those whose main account is one of these.",
                (row, roles) =>
                    $"{RoleFields.Role(types, types.Addresses.Of(row)[holder => holder.Address])} = any ({roles})",
                @default: "[HOLDER]"
            )
            .AsOf(types.AsOf);
    }

    private static void AddAccounts(ProductTypes types, ObjectType query)
    {
        query
            .ToOne("account", types.Account.Type, "An account; null when the index has not met it.")
            .Argument(
                "address",
                types.Scalars.Address.NonNull(),
                "Its address.",
                (row, address) => $"{types.Addresses.Of(row)[account => account.Address]} = {address}"
            )
            .Argument(
                "network",
                Scalars.String,
                "Only when the network of this name has named the account.",
                (row, network) => IsMetOn(types, row, network),
                refused: name => types.Names.Refusal($"array[{name}]")
            )
            .AsOf(types.AsOf);
        query
            .ToMany("accounts", types.Account.Type, "The accounts that the index has met.")
            .Argument(
                "network",
                Scalars.String,
                "Only those that the network of this name has named.",
                (row, network) => IsMetOn(types, row, network),
                refused: name => types.Names.Refusal($"array[{name}]")
            )
            .Argument(
                "addressPrefix",
                Scalars.String,
                Prefix("those whose address begins so"),
                [SqlType.Bytea, SqlType.Bytea, SqlType.Text, SqlType.Text],
                Range,
                (row, range) => IsIn(types.Addresses.Of(row), range)
            )
            .SearchedByName(
                types,
                "Only those in whose name (identity.name) this text is",
                row => types.Addresses.Of(row)[account => account.Address]
            )
            .AsOf(types.AsOf);
    }

    private static string Prefix(string kept) =>
        $"Only {kept}: 0x and hexadecimal digits in any case, of EVM addresses and public keys, or the first characters of an SS58 address with prefix 30, as it is shown.";

    /// <summary>The least and the greatest address that begin so, or the least text and the one after all that do.</summary>
    private static IReadOnlyList<object?> Range(object value)
    {
        var prefix = ((string)value).Trim();
        if (prefix.Length is 0 or > MaxPrefixLength)
        {
            throw new FormatException($"The beginning of an address has 1 to {MaxPrefixLength} characters.");
        }

        if (!prefix.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return [null, null, prefix, prefix[..^1] + (char)(prefix[^1] + 1)];
        }

        var digits = prefix[2..];
        return digits.All(char.IsAsciiHexDigit)
            ? [Convert.FromHexString(digits + (int.IsOddInteger(digits.Length) ? "0" : "")), Last(digits), null, null]
            : throw new FormatException($"'{prefix}' has a character that is not a hexadecimal digit.");
    }

    private static byte[] Last(string digits) =>
        Convert.FromHexString(digits.PadRight(2 * AccountId.SubstrateLength, 'f'));

    private static string IsIn(RowOf<HolderAccount> account, IReadOnlyList<string> range) =>
        $"({account[row => row.Address]} between {range[0]} and {range[1]} or ({account[row => row.Display]} ~>=~ {range[2]} and {account[row => row.Display]} ~<~ {range[3]}))";

    private static string HasMember(ProductTypes types, SqlRow row, IReadOnlyList<string> range)
    {
        var (main, member) = (types.Addresses.Of(row), types.Addresses.As("begins"));
        var isMember = HolderSql.IsAsOf(types, row)
            ? $"{member[item => item.Address]} = any ({HolderSql.Members(types, main)})"
            : $"{member[item => item.Holder]} = {main[item => item.Address]}";
        return $"exists (select from {member.From} where {isMember} and {IsIn(member, range)})";
    }

    private static string IsMetOn(ProductTypes types, SqlRow row, string network)
    {
        var met = types.Appearance.Map.As("met");
        return $"exists (select from {met.From} where {met[account => account.Network]} = {network} and {met[account => account.Address]} = {types.Addresses.Of(row)[account => account.Address]})";
    }
}
