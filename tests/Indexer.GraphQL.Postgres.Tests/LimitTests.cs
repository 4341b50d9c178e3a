using System.Text.Json;
using FsCheck.Fluent;
using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Postgres.Tests;

public sealed class LimitTests(Library library) : IClassFixture<Library>
{
    private const string Nested =
        "books(first: 10) { totalCount nodes { author { name books(first: 3) { nodes { number } } } } }";

    private const string Where = "{ pages: { gt: 100, lt: 400 }, or: [{ author: { name: { eq: \"x\" } } }, {}] }";

    public static TheoryData<string, string, string?, int> Cases =>
        new()
        {
            { "MaxDepth", "{ " + Nested + " }", null, 6 },
            {
                "MaxDepth",
                "query($no: Boolean = false) { book(number: 1) { number author @include(if: $no) { number } } }",
                "{}",
                2
            },
            { "MaxDepth", "{ __schema { types { fields { type { ofType { name } } } } } }", null, 1 },
            { "MaxTokens", "{ a: book(number: 1) { number } }", null, 13 },
            { "MaxRootFields", "{ a: book(number: 1) { number } b: book(number: 2) { number } __typename }", null, 3 },
            {
                "MaxFields",
                "{ books { ...F } again: books { ...F } } fragment F on BookConnection { nodes { number title } totalCount }",
                null,
                10
            },
            {
                "MaxAliases",
                "{ a: books { ...F } b: books { ...F } books { ...F } } fragment F on BookConnection { n: nodes { x: number number } }",
                null,
                8
            },
            {
                "MaxAliases",
                "query($no: Boolean!) { a: __typename b: __typename @skip(if: $no) ...F @include(if: $no) } fragment F on Query { c: __typename d: __typename }",
                "{\"no\":true}",
                3
            },
            { "MaxConditions", "{ books(where: " + Where + ") { totalCount } }", null, 4 },
            { "MaxConditions", "query($w: BookFilter) { books(where: $w) { totalCount } }", Json(Where), 4 },
            {
                "MaxConditions",
                "query($w: BookFilter) { books(where: $w) { ...F } again: books(where: $w) { ...F } } fragment F on BookConnection { nodes { author { books(where: $w) { totalCount } } } }",
                Json(Where),
                16
            },
            { "MaxNodes", "{ " + Nested + " }", null, 40 },
        };

    public static TheoryData<string, string, string?, int> CasesOfValues =>
        new()
        {
            {
                "MaxNodes",
                "query($n: Int) { books { groups(by: [{ field: PAGES }], first: $n) { count } nodes { history { copies } } } }",
                "{\"n\":7}",
                127
            },
            { "MaxPageSize", "{ books(first: 30) { totalCount } }", null, 30 },
            { "MaxPageSize", "query($n: Int) { books(last: $n) { totalCount } }", "{\"n\":30}", 30 },
            {
                "MaxPageSize",
                "query($n: Int) { books { groups(by: [{ field: PAGES }], first: $n) { count } } }",
                "{\"n\":30}",
                30
            },
            // A look-up, 100 for the count and 10 rows; for each an author and the look-up and 3 rows of its books.
            { "MaxCost", "{ " + Nested + " }", null, 1 + 100 + 10 + (10 * (1 + 1 + 3)) },
            { "MaxCost", Costly("10", Where, "5"), null, 1 + 4 + 100 + 100 + 10 + 10 + 5 },
            {
                "MaxCost",
                "query($n: Int, $w: BookFilter, $m: Int) " + Costly("$n", "$w", "$m"),
                "{\"n\":10,\"m\":5," + Json(Where)[1..],
                230
            },
            {
                "MaxCost",
                "query($n: Int = 10, $m: Int = 5, $w: BookFilter = " + Where + ") " + Costly("$n", "$w", "$m"),
                "{}",
                230
            },
            { "MaxCost", "{ slow { name } book(number: 1) { title } }", null, 51 },
            { "MaxCost", "query($n: Int = 10) { books(first: $n) { pageInfo { hasNextPage } } }", "{\"n\":2}", 3 },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    [MemberData(nameof(CasesOfValues))]
    public void A_query_passes_at_a_limit_and_is_refused_beyond_it(
        string limit,
        string query,
        string? variables,
        int figure
    )
    {
        Assert.Null(Refusal(limit, figure + 1, query, variables));
        Assert.Null(Refusal(limit, figure, query, variables));
        var error = Refusal(limit, figure - 1, query, variables);
        Assert.Equal(ErrorCodes.Limit, error?.Code);
        Assert.Matches($@"^.* {figure} .*; at most {figure - 1} are allowed\.$", error!.Message);
    }

    [Fact]
    public void Any_filter_counts_and_costs_the_same_as_literal_and_as_variable()
    {
        foreach (var filter in new BookFilters(library.Data).Any(4).Sample(200, 6))
        {
            foreach (var limit in new[] { "MaxConditions", "MaxCost" })
            {
                const string Nodes = "nodes { author { name } }";
                var literal = Refusal(limit, 0, $"{{ books(where: {filter.Text}) {{ {Nodes} }} }}", null);
                var variable = Refusal(
                    limit,
                    0,
                    $"query($w: BookFilter) {{ books(where: $w) {{ {Nodes} }} }}",
                    Json(filter.Text)
                );
                Assert.NotNull(literal);
                Assert.Equal(literal.Message, variable?.Message);
            }
        }
    }

    [Fact]
    public void Fragments_that_multiply_are_measured_without_being_spread()
    {
        var doubling = Enumerable
            .Range(0, 40)
            .Select(level =>
                $"fragment F{level} on Author {{ a{level}: books {{ nodes {{ author {{ ...F{level + 1} }} }} }} b{level}: books {{ nodes {{ author {{ ...F{level + 1} }} }} }} }}"
            );
        var query =
            $"{{ authors {{ nodes {{ ...F0 }} }} }} {string.Join(' ', doubling)} fragment F40 on Author {{ name }}";
        var error = Refusal("MaxDepth", 1000, query, null);
        Assert.Equal(
            "The query selects 1099511627776 fields with its fragments spread; at most 2000 are allowed.",
            error?.Message
        );
    }

    [Fact]
    public void A_long_chain_of_fragments_is_answered()
    {
        var chain = Enumerable.Range(0, 600).Select(link => $"fragment F{link} on Query {{ ...F{link + 1} }}");
        var query = $"{{ ...F0 }} {string.Join(' ', chain)} fragment F600 on Query {{ __typename }}";
        Assert.Null(Refusal("MaxDepth", 1, query, null));
    }

    [Fact]
    public async Task As_many_nested_conditions_as_allowed_are_answered_or_cut_off()
    {
        var inner = new { author = new { books = new { none = new { pages = new { eq = 1 } } } } };
        var outer = new { author = new { books = new { some = inner } } };
        var response = await library.RawAsync(
            "query($any: [BookFilter!]) { books(where: { or: $any }) { totalCount } }",
            new { any = Enumerable.Repeat(outer, 500) }
        );
        var root = JsonDocument.Parse(response).RootElement;
        var code = root.TryGetProperty("errors", out var errors)
            ? errors[0].GetProperty("extensions").GetProperty("code").GetString()
            : null;
        Assert.Contains(code, new[] { null, ErrorCodes.Timeout });
    }

    private static string Costly(string first, string where, string groups) =>
        $"{{ books(first: {first}, where: {where}) {{ totalCount aggregate {{ count }} nodes {{ author {{ number }} }} "
        + $"groups(by: [{{ field: PAGES }}], first: {groups}) {{ count }} }} }}";

    private GraphQLError? Refusal(string limit, int allowed, string query, string? variables)
    {
        using var engine = library.EngineWith(Limited(limit, allowed));
        var values = variables is null ? default : JsonElement.Parse(variables);
        engine.Prepare(new GraphQLRequest(query, null, values), out var errors);
        return errors.SingleOrDefault();
    }

    private static GraphQLOptions Limited(string limit, int allowed) =>
        limit switch
        {
            "MaxDepth" => Library.Options with { MaxDepth = allowed },
            "MaxTokens" => Library.Options with { MaxTokens = allowed },
            "MaxRootFields" => Library.Options with { MaxRootFields = allowed },
            "MaxFields" => Library.Options with { MaxFields = allowed },
            "MaxAliases" => Library.Options with { MaxAliases = allowed },
            "MaxConditions" => Library.Options with { MaxConditions = allowed },
            "MaxNodes" => Library.Options with { MaxNodes = allowed },
            "MaxPageSize" => Library.Options with { MaxPageSize = allowed },
            "MaxCost" => Library.Options with { MaxCost = allowed },
            _ => throw new ArgumentOutOfRangeException(nameof(limit), limit, "Unknown limit."),
        };

    /// <summary>Variables with a filter written as a literal.</summary>
    private static string Json(string filter) =>
        JsonSerializer.Serialize(new Dictionary<string, object?> { ["w"] = Value(Parser.ParseValue(filter)) });

    private static object? Value(ValueNode literal) =>
        literal switch
        {
            ObjectNode item => item.Fields.ToDictionary(field => field.Name.Value, field => Value(field.Value)),
            ListNode list => list.Items.Select(Value).ToList(),
            StringNode text => text.Value,
            EnumNode item => item.Name,
            BooleanNode truth => truth.Value,
            NullNode => null,
            IntNode number => JsonElement.Parse(number.Text),
            _ => throw new ArgumentOutOfRangeException(nameof(literal), literal, "No such literal here."),
        };
}
