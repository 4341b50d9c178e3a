using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Indexer.GraphQL.Tests;

public sealed class HostileInputTests
{
    private const string Valid =
        "query Q($w: ThingFilter, $n: Int = 3) { things(where: $w, first: $n) { ...P nodes { name tags parts(first: 2) { totalCount } } } } fragment P on ThingConnection { pageInfo { endCursor } }";

    [Fact]
    public void Any_text_is_answered_or_refused_with_errors()
    {
        using var engine = TestSchema.Engine(TestSchema.Build());
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(5_000),
            Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text => IsAnswer(engine, text.Get))
        );
    }

    [Fact]
    public void Any_mutation_of_a_valid_query_is_answered_or_refused_with_errors()
    {
        using var engine = TestSchema.Engine(TestSchema.Build());
        const string Alphabet = "{}()[]:$@!|&=.\"\\#,0123456789abcn_\n ";
        var edit =
            from at in Gen.Choose(0, Valid.Length - 1)
            from removed in Gen.Choose(0, 4)
            from added in Gen.Elements(Alphabet.ToCharArray())
            select (at, removed, added);
        var edits = edit.ListOf()
            .Select(items =>
                items.Aggregate(
                    Valid,
                    (text, item) =>
                    {
                        var at = Math.Min(item.at, text.Length);
                        var removed = Math.Min(item.removed, text.Length - at);
                        return string.Concat(text.AsSpan(0, at), item.added.ToString(), text.AsSpan(at + removed));
                    }
                )
            );
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(5_000),
            Prop.ForAll(edits.ToArbitrary(), text => IsAnswer(engine, text))
        );
    }

    [Theory]
    [InlineData("{", 100_000)]
    [InlineData("{a", 100_000)]
    [InlineData("{a(b:[", 100_000)]
    [InlineData("{a(b:{c:", 100_000)]
    [InlineData("query($a:[", 100_000)]
    [InlineData("a ", 100_000)]
    [InlineData("\"", 100_001)]
    [InlineData("...", 100_000)]
    public void Endless_repetition_is_a_syntax_error_or_too_long(string piece, int times)
    {
        using var engine = TestSchema.Engine(TestSchema.Build());
        foreach (var start in new[] { "", "{ " })
        {
            Assert.Null(
                engine.Prepare(
                    new GraphQLRequest(start + string.Concat(Enumerable.Repeat(piece, times))),
                    out var errors
                )
            );
            var isDocument = start.Length > 0 && piece == "a ";
            Assert.Equal(isDocument ? ErrorCodes.Limit : ErrorCodes.Syntax, Assert.Single(errors).Code);
        }
    }

    [Fact]
    public void Deep_wide_and_cyclic_queries_are_refused_in_bounded_time()
    {
        using var engine = TestSchema.Engine(TestSchema.Build());
        var deep =
            string.Concat(Enumerable.Repeat("parts { nodes { ", 40))
            + "name"
            + string.Concat(Enumerable.Repeat(" } }", 40));
        Refused(ErrorCodes.Limit, $"{{ things {{ nodes {{ {deep} }} }} }}");
        Refused(
            ErrorCodes.Validation,
            "{ things { ...A } } fragment A on ThingConnection { nodes { parts { ...A } } }"
        );
        Refused(
            ErrorCodes.Limit,
            $"{{ {string.Join(' ', Enumerable.Range(0, 1000).Select(i => $"a{i}: things {{ totalCount }}"))} }}"
        );
        Refused(
            ErrorCodes.Limit,
            $"{{ things {{ {string.Join(' ', Enumerable.Range(0, 2500).Select(i => $"a{i}: totalCount"))} }} }}"
        );

        var chain = string.Join(
            ' ',
            Enumerable.Range(0, 1500).Select(i => $"fragment F{i} on Thing {{ ...F{i + 1} }}")
        );
        Refused(null, $"{{ things {{ nodes {{ ...F0 }} }} }} {chain} fragment F1500 on Thing {{ name }}");
        var doubling = string.Join(
            ' ',
            Enumerable
                .Range(0, 9)
                .Select(i =>
                    $"fragment D{i} on Thing {{ a: parts {{ nodes {{ ...D{i + 1} }} }} b: parts {{ nodes {{ ...D{i + 1} }} }} }}"
                )
        );
        Refused(ErrorCodes.Limit, $"{{ things {{ nodes {{ ...D0 }} }} }} {doubling} fragment D9 on Thing {{ name }}");
        var same = string.Concat(Enumerable.Repeat("things(first: 1) { nodes { name } } ", 1000));
        Refused(null, $"{{ {same} }}");
        var filter = string.Concat(Enumerable.Repeat("{ name: { eq: \"x\" } }", 600));
        Refused(ErrorCodes.Limit, $"{{ things(where: {{ or: [{filter}] }}) {{ totalCount }} }}");

        void Refused(string? code, string query)
        {
            var operation = engine.Prepare(new GraphQLRequest(query), out var errors);
            if (code is not null)
            {
                Assert.Null(operation);
                Assert.Equal(code, errors[0].Code);
            }
            else
            {
                Assert.True(operation is not null || errors.Count > 0);
            }
        }
    }

    [Theory]
    [InlineData("1")]
    [InlineData("\"x\"")]
    [InlineData("[]")]
    [InlineData("{\"and\": 5}")]
    [InlineData("{\"name\": [1]}")]
    [InlineData("{\"name\": {\"in\": {\"a\": 1}}}")]
    [InlineData("{\"name\": {\"eq\": \"\\u0000\"}}")]
    [InlineData("{\"state\": {\"eq\": \"o\"}}")]
    [InlineData("{\"parts\": {\"some\": {\"name\": {\"isNull\": \"yes\"}}}}")]
    public void Variables_of_a_wrong_type_are_refused(string filter)
    {
        using var engine = TestSchema.Engine(TestSchema.Build());
        var variables = JsonDocument.Parse($"{{\"w\": {filter}}}").RootElement;
        Assert.Null(engine.Prepare(new GraphQLRequest(Valid, null, variables), out var errors));
        Assert.All(errors, error => Assert.Equal(ErrorCodes.Input, error.Code));
        Assert.NotEmpty(errors);
    }

    private static bool IsAnswer(Execution.GraphQLEngine engine, string text) =>
        engine.Prepare(new GraphQLRequest(text), out var errors) is null
            ? errors.Count > 0 && errors.All(error => error.Message.Length > 0 && error.Code.Length > 0)
            : errors.Count == 0;
}
