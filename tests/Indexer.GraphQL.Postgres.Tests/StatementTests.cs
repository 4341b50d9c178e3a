namespace Indexer.GraphQL.Postgres.Tests;

public sealed class StatementTests(Library library) : IClassFixture<Library>
{
    [Theory]
    [InlineData("{ book(number: 1) { number } }", 1)]
    [InlineData(
        "{ books { totalCount nodes { author { books { totalCount nodes { author { name } } } } } pageInfo { endCursor hasNextPage } } }",
        1
    )]
    [InlineData(
        "{ a: book(number: 1) { number } b: books { totalCount } c: authors { nodes { name books(first: 2) { nodes { copies } } } } }",
        3
    )]
    [InlineData(
        "{ authors { aggregate { count } groups(by: [{ field: COUNTRY }]) { count } nodes { books { aggregate { sum { copies } } groups(by: [{ field: PAGES }]) { count } } } } }",
        1
    )]
    [InlineData("{ books(orderBy: [{ field: COPIES }, { field: TRANSLATOR_COUNTRY }]) { nodes { number } } }", 1)]
    [InlineData("{ __schema { types { name } } __typename }", 0)]
    public async Task Each_root_field_is_one_statement(string query, int expected)
    {
        Assert.Equal(expected, (await StatementsAsync(query)).Count);
    }

    [Fact]
    public async Task Nothing_is_aggregated_that_was_not_asked_for()
    {
        var page = Assert.Single(await StatementsAsync("{ books(first: 3) { nodes { number author { number } } } }"));
        Assert.DoesNotContain("with ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("count(", page, StringComparison.Ordinal);

        var sum = Assert.Single(await StatementsAsync("{ books(first: 3) { aggregate { sum { price } } } }"));
        Assert.All(["count(", "min(", "avg(", "\"pages\"", "limit", "group by"], Absent);
        Assert.Contains("sum(", sum, StringComparison.Ordinal);

        void Absent(string text) => Assert.DoesNotContain(text, sum, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_figures_of_a_list_read_its_rows_once()
    {
        const string Figures =
            "totalCount a: aggregate { count } b: aggregate { sum { price } max { price } } groups(by: [{ field: GENRE }]) { sum { price } } c: groups(by: [{ field: PAGES }]) { count }";
        var statement = Assert.Single(
            await StatementsAsync($"{{ books(where: {{ pages: {{ gt: 100 }} }}) {{ {Figures} }} }}")
        );
        Assert.Equal(1, statement.Split("\"public\".\"books\"").Length - 1);
    }

    [Theory]
    [InlineData("{ books { nodes { a: fame b: fame } } }")]
    [InlineData("{ books(last: 3) { edges { cursor node { a: fame b: fame } } pageInfo { hasNextPage } } }")]
    [InlineData("{ book(number: 1) { a: fame b: fame } }")]
    [InlineData("{ books { nodes { fame author { name number } } } }")]
    [InlineData("{ books(orderBy: [{ field: FAME }]) { nodes { fame author { name number } } } }")]
    [InlineData(
        "{ books(last: 2, orderBy: [{ field: AUTHOR_COUNTRY }]) { edges { cursor node { author { name } fame } } } }"
    )]
    [InlineData(
        "{ authors { nodes { books { nodes { fame author { name books { nodes { author { number } } } } } } } } }"
    )]
    public async Task A_related_row_is_looked_up_once_for_all_values(string query)
    {
        var statement = Assert.Single(await StatementsAsync(query));
        Assert.Equal(1, statement.Split("\"authors\"").Length - 1);
    }

    [Theory]
    [InlineData("authors { nodes { books(orderBy: [{ field: FAME }]) { nodes { title } } } }", false)]
    [InlineData(
        "authors { nodes { books(orderBy: [{ field: TITLE_LENGTH }, { field: FAME }]) { nodes { title } } } }",
        false
    )]
    [InlineData("authors { nodes { books(orderBy: [{ field: FAME }, { field: TITLE }]) { nodes { title } } } }", true)]
    [InlineData("books(orderBy: [{ field: FAME }]) { nodes { title } }", true)]
    public async Task Only_a_list_whose_order_another_key_gives_spares_the_key(string list, bool isComputed)
    {
        var statement = Assert.Single(await StatementsAsync($"{{ {list} }}"));
        Assert.Equal(isComputed, statement.Contains("div(", StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<string>> StatementsAsync(string query)
    {
        using var recorder = new StatementRecorder();
        Assert.True(await library.Engine.ExecuteAsync(library.Prepare(query), Stream.Null, CancellationToken.None));
        return recorder.Statements;
    }
}
