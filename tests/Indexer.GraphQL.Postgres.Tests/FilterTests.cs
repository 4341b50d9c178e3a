using FsCheck.Fluent;

namespace Indexer.GraphQL.Postgres.Tests;

public sealed class FilterTests(Library library) : IClassFixture<Library>
{
    [Fact]
    public async Task Any_filter_keeps_the_rows_that_brute_force_keeps()
    {
        var filters = new BookFilters(library.Data).Any(4).Sample(400, 6);
        foreach (var filter in filters)
        {
            var data = await library.DataAsync(
                $"{{ books(first: 1000, where: {filter.Text}) {{ totalCount nodes {{ number }} }} }}"
            );
            var books = data.GetProperty("books");
            var expected = library.Data.Books.Where(filter.Matches).Select(it => it.Id).ToList();
            var actual = books.GetProperty("nodes").EnumerateArray().Select(it => it.GetProperty("number").GetInt64());

            Assert.True(expected.SequenceEqual(actual), filter.Text);
            Assert.Equal(expected.Count, books.GetProperty("totalCount").GetInt32());
        }
    }

    [Fact]
    public async Task A_filter_means_the_same_in_variables_and_keeps_meaning_it_with_other_values()
    {
        const string Query =
            "query($w: BookFilter, $o: [BookOrder!]) { books(first: 1000, where: $w, orderBy: $o) { nodes { number } } }";
        foreach (var pages in new int?[] { 100, 200, null, 300 })
        {
            var data = await library.DataAsync(
                Query,
                new
                {
                    w = new { pages = new { eq = pages }, genre = new { @in = new[] { "POETRY" } } },
                    o = new[] { new { field = "NUMBER", direction = pages == 200 ? "DESC" : "ASC" } },
                }
            );
            var expected = library
                .Data.Books.Where(it => it.Pages == pages && it.Genre == "poetry")
                .Select(it => it.Id);
            Assert.Equal(
                pages == 200 ? expected.Reverse() : expected,
                data.GetProperty("books")
                    .GetProperty("nodes")
                    .EnumerateArray()
                    .Select(it => it.GetProperty("number").GetInt64())
            );
        }
    }
}
