using System.Text.Json;
using FsCheck.Fluent;

namespace Indexer.GraphQL.Postgres.Tests;

public sealed class AggregateTests(Library library) : IClassFixture<Library>
{
    private const string Key = "key { pages number weight inPrint genre price published }";

    [Fact]
    public async Task Figures_of_any_filter_and_grouping_are_those_of_brute_force()
    {
        var cases = Gen.Zip(new BookFilters(library.Data).Any(2), BookGrouping.Any).Sample(150, 6);
        foreach (var (filter, by) in cases)
        {
            var groups = string.Join(", ", by.Select(part => part.Text));
            var query =
                $"{{ books(first: 1, where: {filter.Text}) {{ totalCount aggregate {{ {BookFigures.Selection} }} "
                + $"groups(by: [{groups}], first: 1000) {{ {Key} {BookFigures.Selection} }} nodes {{ number }} }} }} {BookFigures.Fragment}";
            var list = (await library.DataAsync(query)).GetProperty("books");
            List<Book> books = [.. library.Data.Books.Where(filter.Matches)];

            Assert.Equal(books.Count, list.GetProperty("totalCount").GetInt32());
            Assert.Equal(Math.Min(1, books.Count), list.GetProperty("nodes").GetArrayLength());
            BookFigures.Check(list.GetProperty("aggregate"), books, library.Data, query);
            CheckGroups(list.GetProperty("groups"), books, by, query);
        }
    }

    [Fact]
    public async Task Nested_lists_have_figures_of_their_own_rows()
    {
        var data = await library.DataAsync(
            $"{{ authors {{ nodes {{ number books(where: {{ inPrint: {{ eq: true }} }}) {{ aggregate {{ {BookFigures.Selection} }} "
                + $"groups(by: {{ field: GENRE }}) {{ {Key} {BookFigures.Selection} }} }} }} }} }} {BookFigures.Fragment}"
        );
        foreach (var author in data.GetProperty("authors").GetProperty("nodes").EnumerateArray())
        {
            var number = author.GetProperty("number").GetInt64();
            List<Book> books = [.. library.Data.Books.Where(it => it.AuthorId == number && it.InPrint)];
            BookFigures.Check(author.GetProperty("books").GetProperty("aggregate"), books, library.Data, $"{number}");
            CheckGroups(author.GetProperty("books").GetProperty("groups"), books, [BookGrouping.Genre], $"{number}");
        }
    }

    [Fact]
    public async Task Groups_of_which_nothing_is_asked_are_counted_all_the_same()
    {
        var data = await library.DataAsync(
            "{ authors { nodes { number books { groups(by: [{ field: PAGES }], first: 1000) { key { other: genre } } } } } }"
        );
        foreach (var author in data.GetProperty("authors").GetProperty("nodes").EnumerateArray())
        {
            var number = author.GetProperty("number").GetInt64();
            var books = library.Data.Books.Where(it => it.AuthorId == number);
            Assert.Equal(
                JsonSerializer.Serialize(
                    books.Select(it => it.Pages).Distinct().Select(_ => new { key = new { other = (string?)null } })
                ),
                JsonSerializer.Serialize(author.GetProperty("books").GetProperty("groups"))
            );
        }
    }

    [Fact]
    public async Task Aliases_fragments_and_type_names_work_in_figures()
    {
        var response = await library.RawAsync(
            """
            { books(where: { number: { lt: 1 } }) {
                a: aggregate { __typename n: count ...F } a: aggregate { most: max { name: pages } }
                b: aggregate { avg { price } }
                none: groups(by: [{ field: GENRE }]) { count } nothing: totalCount } }
            fragment F on BookAggregate { sum { __typename total: price pages } }
            """
        );
        Assert.Equal(
            """{"data":{"books":{"a":{"__typename":"BookAggregate","n":0,"sum":{"__typename":"BookSum","total":"0","pages":"0"},"most":{"name":null}},"b":{"avg":{"price":null}},"none":[],"nothing":0}}}""",
            response
        );
    }

    [Fact]
    public async Task Groups_are_as_many_as_asked_for_by_literal_or_variable()
    {
        var data = await library.DataAsync(
            """
            query($n: Int, $by: [BookGroupBy!]!) { books {
              none: groups(by: $by, first: 0) { count } two: groups(by: $by, first: $n) { key { number } }
              all: groups(by: [{ field: NUMBER }]) { key { number title } } } }
            """,
            new { n = 2, by = new { field = "NUMBER" } }
        );
        var books = data.GetProperty("books");
        Assert.Equal(0, books.GetProperty("none").GetArrayLength());
        Assert.Equal([1, 2], Numbers("two"));
        Assert.Equal(Enumerable.Range(1, 20), Numbers("all"));
        Assert.Equal("null", books.GetProperty("all")[0].GetProperty("key").GetProperty("title").GetRawText());

        IEnumerable<int> Numbers(string key) =>
            books
                .GetProperty(key)
                .EnumerateArray()
                .Select(it => it.GetProperty("key").GetProperty("number").GetInt32());
    }

    [Fact]
    public async Task Figures_of_state_follow_the_point_in_time()
    {
        foreach (var height in new[] { 50, 130, 500 })
        {
            var data = await library.DataAsync(
                $"{{ books(asOf: {{ height: {height} }}) {{ aggregate {{ sum {{ copies }} }} }} }}"
            );
            var expected = library
                .Data.Stock.Where(it => it.FromHeight <= height && (it.ToHeight is null || it.ToHeight > height))
                .Sum(it => it.Copies);
            var sum = data.GetProperty("books").GetProperty("aggregate").GetProperty("sum");
            Assert.Equal($"{expected}", sum.GetProperty("copies").GetString());
        }
    }

    [Fact]
    public async Task Texts_have_extremes_too()
    {
        var data = await library.DataAsync("{ authors { aggregate { min { name } max { name country } } } }");
        var aggregate = data.GetProperty("authors").GetProperty("aggregate");
        Assert.Equal("Author 1", aggregate.GetProperty("min").GetProperty("name").GetString());
        Assert.Equal("Author 7", aggregate.GetProperty("max").GetProperty("name").GetString());
        Assert.Equal(
            library.Data.Authors.Max(it => it.Country),
            aggregate.GetProperty("max").GetProperty("country").GetString()
        );
    }

    [Theory]
    [InlineData("by: []", "BAD_USER_INPUT", "Argument \"by\" is empty; name at least one field.")]
    [InlineData(
        "by: [{ field: PUBLISHED }, { field: PUBLISHED, interval: DAY }]",
        "BAD_USER_INPUT",
        "Argument \"by\" names PUBLISHED twice."
    )]
    [InlineData(
        "by: { field: PAGES, interval: DAY }",
        "BAD_USER_INPUT",
        "Argument \"by\" has an interval for PAGES, which is no time."
    )]
    [InlineData(
        "by: { field: PAGES }, first: 1001",
        "LIMIT_EXCEEDED",
        "Argument \"first\" asks for 1001 rows; at most 1000 are allowed."
    )]
    [InlineData(
        "by: { field: PAGES }, first: -1",
        "BAD_USER_INPUT",
        "Argument \"first\" is -1; it cannot be negative."
    )]
    public void Impossible_groups_say_why(string arguments, string code, string message)
    {
        var error = library.Refusal($"{{ books {{ groups({arguments}) {{ count }} }} }}");
        Assert.Equal((code, message), (error.Code, error.Message));
    }

    private void CheckGroups(JsonElement answer, List<Book> books, BookGrouping[] by, string what)
    {
        var ordered = books.OrderBy(_ => 0);
        foreach (var part in by)
        {
            ordered = ordered.ThenBy(part.Key, BookGrouping.Order);
        }

        var expected = ordered.GroupBy(Shown).ToList();
        Assert.Equal(expected.Count, answer.GetArrayLength());
        foreach (var (group, actual) in expected.Zip(answer.EnumerateArray()))
        {
            var key = actual.GetProperty("key");
            Assert.True(
                group.Key == string.Join(", ", by.Select(part => key.GetProperty(part.Field).GetRawText())),
                what
            );
            Assert.All(
                key.EnumerateObject().Where(field => by.All(part => part.Field != field.Name)),
                field => Assert.Equal(JsonValueKind.Null, field.Value.ValueKind)
            );
            BookFigures.Check(actual, [.. group], library.Data, what);
        }

        string Shown(Book book) =>
            string.Join(", ", by.Select(part => part.Key(book) is { } value ? part.Show(value) : "null"));
    }
}
