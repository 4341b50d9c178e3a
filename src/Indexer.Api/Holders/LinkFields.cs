using Indexer.Api.Model;
using Indexer.Domain;
using Indexer.GraphQL;
using Indexer.GraphQL.Types;
using Indexer.Storage;

namespace Indexer.Api.Holders;

/// <summary>The evidence that addresses belong to one holder, or were only seen together.</summary>
internal sealed class LinkFields
{
    private const string From = "from_address";
    private const string To = "to_address";

    private readonly ProductTypes types;
    private readonly EntityMap<AccountLink> map;
    private readonly ObjectType link;

    private LinkFields(ProductTypes types, SchemaBuilder builder)
    {
        this.types = types;
        map = types.Links;
        link = builder
            .Object(
                "AccountLink",
                "Evidence of two addresses: why they are one holder, or that they were only seen together. A claim names its Substrate account by 20 bytes, which is enough to find it when it is known.",
                Column(map.Column(row => row.Network), SqlType.Text),
                Column(map.Column(row => row.Height), SqlType.BigInt),
                Column(map.Column(row => row.Index), SqlType.Integer),
                Column(map.Column(row => row.Ordinal), SqlType.Integer),
                Column(To, SqlType.Bytea)
            )
            .WithoutFigures();
        AddFields(builder);
    }

    public static void Add(ProductTypes types, SchemaBuilder builder)
    {
        var fields = new LinkFields(types, builder);
        fields.AddTo(types.Account, mine => $"array[{mine[row => row.Address]}]");
        fields.AddTo(types.Holder, mine => HolderSql.Members(types, mine));
    }

    private static KeyColumn Column(string name, SqlType type) => new(name, type);

    private void AddFields(SchemaBuilder builder)
    {
        Add(row => row.Kind);
        link.Computed(
            "strength",
            builder
                .Enum(
                    "LinkStrength",
                    "What stands behind a link.",
                    new EnumValue(
                        "PROVEN",
                        "The owner: one key, or a claim with the signature that the key gave for this receiver."
                    ),
                    new EnumValue("ADMIN", "The team, which sent the claim for an account that cannot sign."),
                    new EnumValue(
                        "UNCLEAR",
                        "The owner or the team: the claim came through another contract, and the transaction does not tell."
                    ),
                    new EnumValue("SHOWN_ONLY", "Nobody: it is shown and makes no holder.")
                )
                .NonNull(),
            row =>
                $"case when {row[map.Column(item => item.NotMerged)]} is not null then 'SHOWN_ONLY' when {row[map.Column(item => item.Kind)]} = '{EnumText.Of(AccountLinkKind.SameKey)}' or not {row[map.Column(item => item.ByAdmin)]} then 'PROVEN' when {row[map.Column(item => item.ByAdmin)]} then 'ADMIN' else 'UNCLEAR' end",
            "What stands behind it."
        );
        link.Computed(
            "merges",
            Scalars.Boolean.NonNull(),
            row => $"{row[map.Column(item => item.NotMerged)]} is null",
            "Whether both sides are one holder by it."
        );
        Add(row => row.NotMerged);
        Add(row => row.User);
        link.Column(
            "from",
            types.Scalars.Address,
            From,
            "Whose assets were received: the Substrate account of a claim, null while no indexed network has named one with these 20 bytes; who sent over the bridge; the account itself where one key is on two networks."
        );
        link.Column(
            "to",
            types.Scalars.Address.NonNull(),
            To,
            "Who received; the account itself where one key is on two networks."
        );
        AddHolder(
            "fromHolder",
            From,
            required: false,
            "The holder of the account in from; null while that is not known."
        );
        AddHolder("toHolder", To, required: true, "The holder of the account in to.");
        Add(row => row.Network);
        Add(row => row.Height);
        Add(row => row.Time).Sortable();
        link.Column(
            "transaction",
            types.Scalars.Hash,
            map.Column(row => row.Transaction),
            "Hash of the transaction; null where one key is on two networks, as from the first block that named it on the second."
        );
    }

    private Field Add<TValue>(System.Linq.Expressions.Expression<Func<AccountLink, TValue>> property)
    {
        var source = map.Property(property);
        var name = char.ToLowerInvariant(source.Name[0]) + source.Name[1..];
        return link.Column(
            name,
            types.Scalars.TypeOf(source),
            map.Column(property),
            types.Scalars.Documentation.Summary(source.PropertyInfo!)
        );
    }

    private void AddHolder(string name, string address, bool required, string description) =>
        link.ToOne(
            name,
            types.Holder.Type,
            description,
            Join.Through(
                row => HolderSql.Table(types, row),
                (address, types.Addresses.Column(member => member.Address)),
                (types.Addresses.Column(member => member.Holder), types.Addresses.Column(holder => holder.Address))
            ),
            required
        );

    private void AddTo(ObjectMap<HolderAccount> owner, Func<RowOf<HolderAccount>, string> members) =>
        owner
            .Type.ToMany(
                "links",
                link,
                "The evidence of the holder, oldest first: claims, one key on two parachains, and what is shown without making a holder, such as a claim to a contract or a move over the bridge to another address. As of a point in time: the links in force then.",
                Join.From(row => Sql(row, members(owner.Map.Of(row))))
            )
            .OldestFirst();

    /// <summary>The links that name one of some addresses on either side, as a FROM item without alias.</summary>
    private string Sql(SqlRow row, string members)
    {
        var (stated, named, earlier) = (
            map.As("stated"),
            types.Appearance.Map.As("named"),
            types.Appearance.Map.As("earlier")
        );
        var user = $"substring(mine_address from 1 for {AccountId.EvmLength})";
        var isSubstrate = $"length(mine_address) = {AccountId.SubstrateLength}";
        var claimant = $"""
            (select {named[item => item.Address]} from {named.From} where {named[item => item.User]} = {stated[
                item => item.User
            ]} and length({named[item => item.Address]}) = {AccountId.SubstrateLength}
              order by {named[item => item.Address]} limit 1)
            """;
        return $"""
            (select placed.* from (select {members} as members) mine
              cross join lateral (
               select {stated[item => item.Network]}, {stated[item => item.Height]}, {stated[item => item.Index]},
                {stated[item => item.Ordinal]}, {stated[item => item.Time]}, {stated[item => item.Transaction]},
                {stated[item => item.Kind]}, {HolderSql.NotMerged(types, stated)} as {map.Column(item => item.NotMerged)}, {stated[item => item.ByAdmin]},
                {stated[item => item.User]}, coalesce({stated[item => item.Sender]}, {claimant}) as {From},
                {stated[item => item.Account]} as {To}, {stated[item => item.Height]} as from_height, null::bigint as to_height
               from {stated.From}
               where {stated[item => item.Account]} = any (mine.members) or {stated[item => item.Sender]} = any (mine.members)
                or {stated[item => item.User]} = any (array(select {user} from unnest(mine.members) mine_address where {isSubstrate}))
               union all
               select {named[item => item.Network]}, {named[item => item.Height]}, -1, 0, {named[item => item.Time]}, null,
                '{EnumText.Of(AccountLinkKind.SameKey)}', null, null, {named[item => item.User]},
                {named[item => item.Address]}, {named[item => item.Address]}, {named[item => item.Height]}, null
               from {named.From} where {named[item => item.Address]} = any (mine.members)
                and length({named[item => item.Address]}) = {AccountId.SubstrateLength}
                and exists (select from {earlier.From} where {earlier[item => item.Address]} = {named[item => item.Address]}
                 and ({earlier[item => item.Time]}, {earlier[item => item.Network]}) < ({named[item => item.Time]}, {named[
                item => item.Network
            ]}))) placed
              where {row.InForce(types.Pool.Type, "placed")})
            """;
    }
}
