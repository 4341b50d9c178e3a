using Indexer.Api.Model;
using Indexer.Domain;
using Indexer.GraphQL.Types;

namespace Indexer.Api.Holders;

/// <summary>Whom accounts of the parachains say they belong to, and what registrars think of it.</summary>
internal static class IdentityFields
{
    private const int MaxSearchLength = 64;

    public static void Add(ProductTypes types)
    {
        AddTexts(types);
        AddJudgements(types);
        AddToAccount(types);
    }

    /// <summary>The argument that finds rows by the name of an account.</summary>
    /// <param name="field">A list.</param>
    /// <param name="types">All types.</param>
    /// <param name="description">What is found.</param>
    /// <param name="account">From the row to SQL for the account.</param>
    public static Field SearchedByName(
        this Field field,
        ProductTypes types,
        string description,
        Func<SqlRow, string> account
    ) =>
        field.Argument(
            "search",
            Scalars.String,
            $"{description}, on any parachain and in any case: 1 to {MaxSearchLength} characters.",
            [SqlType.Text],
            Pattern,
            (row, pattern) =>
            {
                var (named, parent) = (types.Identity.Map.As("named"), types.Identity.Map.As("named_parent"));
                return $"""
                    {account(row)} in (select {named[item => item.Account]} from {named.From}
                     where {row.InForce(types.Pool.Type, "named")} and ({named[item => item.SearchText]} like {pattern[0]}
                      or exists (select from {parent.From} where {parent[item => item.Network]} = {named[
                        item => item.Network
                    ]} and {parent[item => item.Account]} = {named[item => item.Parent]}
                       and {row.InForce(types.Pool.Type, "named_parent")} and {parent[
                        item => item.SearchText
                    ]} like {pattern[0]})))
                    """;
            }
        );

    private static IReadOnlyList<object?> Pattern(object value)
    {
        var text = Identity.Lowered(((string)value).Trim());
        return text.Length is 0 or > MaxSearchLength
            ? throw new FormatException($"A text to search for has 1 to {MaxSearchLength} characters.")
            :
            [
                $"%{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%",
            ];
    }

    private static void AddTexts(ProductTypes types)
    {
        var identity = types.Identity;
        identity.AddNetwork(row => row.Network, types.Names.Refusal);
        identity
            .Type.Computed(
                "name",
                Scalars.String,
                row => Name(types, identity.Map.Of(row), row),
                "The name to show: the display name, or of a sub-account that of its parent, a slash, and its own name below it. Null when there is none."
            )
            .Filterable()
            .NotGroupable();
        identity.Add(row => row.Display).NotGroupable();
        identity.Add(row => row.Legal).NotGroupable();
        identity.Add(row => row.Web).NotGroupable();
        identity.Add(row => row.Email).NotGroupable();
        identity.Add(row => row.Twitter).NotGroupable();
        identity.Add(row => row.Riot, "matrix").NotGroupable();
        identity.Add(row => row.SubName).NotGroupable();
        identity.ToOne(
            "parent",
            types.Account,
            "The account whose sub-account it is; null when it is none's.",
            required: false,
            (row => row.Parent, account => account.Address)
        );
        identity.Add(row => row.ChangedTime);
        IntervalFields.Add(types, identity);
    }

    private static void AddJudgements(ProductTypes types)
    {
        var (identity, scalars) = (types.Identity, types.Scalars);
        var judged = types.Object(
            "IdentityJudgement",
            "What a registrar thinks of an identity.",
            new KeyColumn("registrar_id", SqlType.Integer)
        );
        judged.Column("registrarId", Scalars.Int.NonNull(), "registrar_id", "Number of the registrar.");
        judged.Column(
            "registrar",
            scalars.Address,
            "registrar",
            "Account of the registrar; null when it is not known any more."
        );
        judged.Column("judgement", scalars.LeafOf(typeof(Judgement)).NonNull(), "judgement", "What it thinks.");
        identity.Type.List(
            "judgements",
            judged,
            "What registrars think of it, by their number.",
            Join.From(row =>
            {
                var (mine, registrar) = (identity.Map.Of(row), types.Registrars.As("registrar"));
                return $"""
                    (select split_part(judged, ':', 1)::int as registrar_id, split_part(judged, ':', 2) as judgement,
                      (select {registrar[item => item.Registrar]} from {registrar.From} where {registrar[
                        item => item.Network
                    ]} = {mine[item => item.Network]}
                       and {registrar[item => item.RegistrarId]} = split_part(judged, ':', 1)::int and {row.InForce(
                        types.Pool.Type,
                        "registrar"
                    )}) as registrar
                     from unnest(string_to_array(nullif({mine[item => item.Judgements]}, ''), ',')) judged)
                    """;
            }),
            limit: 100
        );
        identity
            .Type.Computed(
                "isVerified",
                Scalars.Boolean.NonNull(),
                row =>
                    $"({identity.Map.Of(row)[item => item.Judgements]} ~ ':(REASONABLE|KNOWN_GOOD)(,|$)' and {identity.Map.Of(row)[item => item.Judgements]} !~ ':ERRONEOUS(,|$)')",
                "Whether a registrar found it REASONABLE or KNOWN_GOOD, and none found it ERRONEOUS."
            )
            .Filterable();
    }

    private static void AddToAccount(ProductTypes types)
    {
        var (account, identity) = (types.Account, types.Identity);
        account
            .Type.ToOne(
                "identity",
                identity.Type,
                "Whom it says it belongs to; where it says so on both parachains, what it changed last. Null when it says nothing. Anybody may call himself anything: see the judgements.",
                account
                    .On(identity.Map, (row => row.Address, item => item.Account))
                    .InForce(types)
                    .Where(
                        (mine, row) =>
                        {
                            var (one, later) = (identity.Map.Of(row), identity.Map.As("later"));
                            return $"""
                                not exists (select from {later.From} where {later[item => item.Account]} = {one[
                                    item => item.Account
                                ]} and {mine.InForce(types.Pool.Type, "later")}
                                 and ({later[item => item.ChangedTime]}, {later[item => item.Network]}) > ({one[
                                    item => item.ChangedTime
                                ]}, {one[item => item.Network]}))
                                """;
                        }
                    )
            )
            .Filterable();
        account
            .ToMany(
                "identityHistory",
                identity,
                "What it said of itself on each parachain from when to when, oldest first.",
                (row => row.Address, item => item.Account)
            )
            .OrderedBy(("FROM_HEIGHT", SortDirection.Ascending));
    }

    private static string Name(ProductTypes types, RowOf<Identity> identity, SqlRow at)
    {
        var parent = types.Identity.Map.As("parent_identity");
        return $"""
            coalesce({identity[item => item.Display]}, (select {parent[item => item.Display]} || coalesce('/' || {identity[
                item => item.SubName
            ]}, '') from {parent.From}
             where {parent[item => item.Network]} = {identity[item => item.Network]} and {parent[
                item => item.Account
            ]} = {identity[item => item.Parent]} and {at.InForce(types.Pool.Type, "parent_identity")}), {identity[
                item => item.SubName
            ]})
            """;
    }
}
