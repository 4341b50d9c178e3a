using Indexer.Api.Model;
using Indexer.Domain;
using Indexer.GraphQL.Types;
using Indexer.Storage;

namespace Indexer.Api.Holders;

/// <summary>
/// Which addresses belong together, in SQL. What holds now is read from the table of addresses; as of a point in time it is found
/// from the links in force then, beginning at the address that is asked for. Accounts have no point in time, links have one.
/// </summary>
internal static class HolderSql
{
    /// <summary>What tells holders apart, as of a point in time by what was known then.</summary>
    public static KeyColumn Key(ProductTypes types) =>
        new(types.Addresses.Column(row => row.HolderId), SqlType.Bytea)
        {
            Value = row => Id(types, row),
            // An id of then is found row by row; the address is as unique and has an index.
            Sort = row =>
                types.Addresses.Of(row) is var holder && IsAsOf(types, row)
                    ? holder[item => item.Address]
                    : holder[item => item.HolderId],
            Equal = (row, id) => IsNamed(types, row, id),
        };

    /// <summary>An array of the addresses of a holder.</summary>
    public static string Members(ProductTypes types, RowOf<HolderAccount> holder)
    {
        if (holder.Sql is { } row && IsAsOf(types, row))
        {
            return $"array({At(types, row, holder[item => item.Address])} select at_member.address from at_member)";
        }

        var member = types.Addresses.As("member");
        return $"array(select {member[item => item.Address]} from {member.From} where {member[item => item.Holder]} = {holder[item => item.Address]})";
    }

    /// <summary>An array of the addresses of the holder that an address belongs to.</summary>
    public static string MembersOf(ProductTypes types, SqlRow row, string address)
    {
        var main = MainOf(types, row, address);
        if (IsAsOf(types, row))
        {
            return $"array({At(types, row, main)} select at_member.address from at_member)";
        }

        var member = types.Addresses.As("of_holder");
        return $"array(select {member[item => item.Address]} from {member.From} where {member[item => item.Holder]} = ({main}))";
    }

    /// <summary>The main address of the holder of an address; of an unknown Substrate account that of the receivers of its claims.</summary>
    public static string MainOf(ProductTypes types, SqlRow row, string address)
    {
        var member = types.Addresses.As("member");
        if (IsAsOf(types, row))
        {
            var known =
                $"(select {member[item => item.Address]} from {member.From} where {member[item => item.Address]} = {address})";
            return Main(types, row, $"coalesce({known}, {Claimed(types, row, address, AccountId.SubstrateLength)})");
        }

        var link = types.Links.As("link");
        return $"""
            coalesce(
             (select {member[item => item.Holder]} from {member.From} where {member[item => item.Address]} = {address}),
             (select {member[item => item.Holder]} from {link.From}
              join {member.From} on {member[item => item.Address]} = {link[item => item.Account]}
              where {link[
                item => item.User
            ]} = substring({address} from 1 for {AccountId.EvmLength}) and length({address}) = {AccountId.SubstrateLength}
               and {Merges(types, link)}
              limit 1))
            """;
    }

    /// <summary>The rows that lead from a known address to the main address of its holder, as a FROM item without alias.</summary>
    public static string Table(ProductTypes types, SqlRow row)
    {
        var known = types.Addresses.As("known");
        var address = known[item => item.Address];
        return IsAsOf(types, row)
            ? $"(select {address}, {OrAlone(types, known, Main(types, row, address), address)} as {types.Addresses.Column(item => item.Holder)} from {known.From})"
            : $"\"{types.Addresses.Table}\"";
    }

    /// <summary>The holders, each by the row of its main address, as a FROM item without alias.</summary>
    public static string Mains(ProductTypes types, SqlRow row)
    {
        var main = types.Addresses.As("main");
        var address = main[item => item.Address];
        var holder = IsAsOf(types, row)
            ? OrAlone(types, main, Main(types, row, address), address)
            : main[item => item.Holder];
        return $"(select * from {main.From} where {address} = {holder})";
    }

    private static string Id(ProductTypes types, SqlRow row)
    {
        var holder = types.Addresses.Of(row);
        var address = holder[item => item.Address];
        return IsAsOf(types, row)
            ? OrAlone(
                types,
                holder,
                First(types, row, address, $"coalesce(at_first.claim_user, {UserOf("at_member.address")})"),
                UserOf(address)
            )
            : holder[item => item.HolderId];
    }

    /// <summary>What is found by the links of an address, or another value when it is alone now: then it was at any time.</summary>
    private static string OrAlone(ProductTypes types, RowOf<HolderAccount> member, string found, string alone)
    {
        var other = types.Addresses.As("beside");
        return $"""
            case when exists (select from {other.From} where {other[item => item.Holder]} = {member[
                item => item.Holder
            ]}
              and {other[item => item.Address]} <> {member[item => item.Address]}) then {found} else {alone} end
            """;
    }

    /// <summary>Whether a row is the main address of the holder with an id.</summary>
    private static string IsNamed(ProductTypes types, SqlRow row, string id)
    {
        var holder = types.Addresses.Of(row);
        if (!IsAsOf(types, row))
        {
            return $"{holder[item => item.HolderId]} = {id} and {holder[item => item.Holder]} = {holder[item => item.Address]}";
        }

        var (account, address) = (types.Appearance.Map.As("named"), types.Addresses.As("named"));
        var start = $"""
            coalesce(
             (select {account[item => item.Address]} from {account.From} where {account[item => item.User]} = {id}
               and length({account[item => item.Address]}) = {AccountId.SubstrateLength} limit 1),
             {Claimed(types, row, id, AccountId.EvmLength)},
             (select {address[item => item.Address]} from {address.From} where {address[item => item.Address]} = {id}))
            """;
        return $"{holder[item => item.Address]} = ({Main(types, row, start)}) and {Id(types, row)} = {id}";
    }

    /// <summary>A receiver of a claim in force of a Substrate account, of which the first bytes are known at least.</summary>
    private static string Claimed(ProductTypes types, SqlRow row, string user, int length) =>
        $"(select at_claim.account from {LinksAt(types, row, "at_claim")} where at_claim.claim_user = {UserOf(user)} and length({user}) = {length} limit 1)";

    private static string Main(ProductTypes types, SqlRow row, string start) =>
        First(types, row, start, "at_member.address");

    /// <summary>A value of the main address of the holder that an address belongs to (<see cref="HolderAccount.Holder"/>).</summary>
    private static string First(ProductTypes types, SqlRow row, string start, string value) =>
        $"""
            ({At(types, row, start)},
             at_first as (select at_link.claim_user from at_member
              join at_link on at_link.account = at_member.address
              order by at_link.time, at_link.network, at_link.height, at_link.index, at_link.ordinal limit 1)
             select {value} from at_member left join at_first on true
             order by {UserOf("at_member.address")} is not distinct from at_first.claim_user desc,
              length(at_member.address) desc, at_member.address limit 1)
            """;

    /// <summary>
    /// The addresses that an address is linked with at the point in time of a row, directly or through others: as the writer of the
    /// table of addresses finds them.
    /// </summary>
    private static string At(ProductTypes types, SqlRow row, string start)
    {
        var account = types.Appearance.Map.As("named");
        return $"""
            with recursive at_link as not materialized (select * from {LinksAt(types, row, "in_force")}),
             at_member(address) as (
              select {start}
              union
              select next.address from at_member
              join lateral (
               select at_link.claim_user from at_link
               where length(at_member.address) = {AccountId.EvmLength} and at_link.account = at_member.address
               union all
               select {UserOf(
                "at_member.address"
            )} where length(at_member.address) = {AccountId.SubstrateLength}) via on true
              join lateral (
               select at_link.account as address from at_link where at_link.claim_user = via.claim_user
               union all
               select {account[item => item.Address]} from {account.From}
               where {account[item => item.User]} = via.claim_user
                and length({account[item => item.Address]}) = {AccountId.SubstrateLength}) next on true)
            """;
    }

    /// <summary>The links that merge and are in force where a row is read, as a FROM item.</summary>
    private static string LinksAt(ProductTypes types, SqlRow row, string alias)
    {
        var link = types.Links.As("placed");
        return $"""
            (select {alias}.* from (
              select {link[item => item.User]}, {link[item => item.Account]}, {link[item => item.Time]},
               {link[item => item.Network]}, {link[item => item.Height]}, {link[item => item.Index]}, {link[
                item => item.Ordinal
            ]}, {link[item => item.Height]} as from_height, null::bigint as to_height
              from {link.From} where {Merges(types, link)}) {alias}
             where {row.InForce(types.Pool.Type, alias)}) {alias}
            """;
    }

    private static string UserOf(string address) => $"substring({address} from 1 for {AccountId.EvmLength})";

    /// <summary>Whether a row is read as of a point in time.</summary>
    public static bool IsAsOf(ProductTypes types, SqlRow row) => row.PointIn(types.AsOf) is not null;

    private static string Merges(ProductTypes types, RowOf<AccountLink> link) =>
        $"({link[item => item.NotMerged]} is null and not {IsLabelled(types, link)})";

    private static string IsLabelled(ProductTypes types, RowOf<AccountLink> link)
    {
        var label = types.Labels.As("label");
        return $"exists (select from {label.From} where {label[item => item.Address]} = {link[item => item.Account]})";
    }

    /// <summary>SQL for why a link makes no holder; null where it does. A labelled account joins nobody.</summary>
    public static string NotMerged(ProductTypes types, RowOf<AccountLink> link) =>
        $"coalesce({link[item => item.NotMerged]}, case when {IsLabelled(types, link)} then '{EnumText.Of(NotMergedReason.Labelled)}' end)";
}
