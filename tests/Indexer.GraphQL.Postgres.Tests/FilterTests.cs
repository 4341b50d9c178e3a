using FsCheck;
using FsCheck.Fluent;

namespace Indexer.GraphQL.Postgres.Tests;

public sealed class FilterTests(Library library) : IClassFixture<Library>
{
    /// <summary>A filter as clients write it, and what it means.</summary>
    private sealed record Filter(string Text, Func<Book, bool> Matches);

    [Fact]
    public async Task Any_filter_keeps_the_rows_that_brute_force_keeps()
    {
        var filters = Filters(4).Sample(400, 6);
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

    private Gen<Filter> Filters(int depth)
    {
        var leaf = Gen.OneOf(Pages(), Titles(), Genres(), Prices(), Flags());
        if (depth == 0)
        {
            return leaf;
        }

        var inner = Filters(depth - 1);
        var pair = Gen.Zip(inner, inner);
        return Gen.OneOf(
            leaf,
            pair.Select(it => new Filter(
                $"{{ and: [{it.Item1.Text}, {it.Item2.Text}] }}",
                book => it.Item1.Matches(book) && it.Item2.Matches(book)
            )),
            pair.Select(it => new Filter(
                $"{{ or: [{it.Item1.Text}, {it.Item2.Text}] }}",
                book => it.Item1.Matches(book) || it.Item2.Matches(book)
            )),
            inner.Select(it => new Filter($"{{ not: {it.Text} }}", book => !it.Matches(book))),
            inner.Select(it => new Filter(
                $"{{ author: {{ books: {{ some: {it.Text} }} }} }}",
                book => Siblings(book).Any(it.Matches)
            )),
            inner.Select(it => new Filter(
                $"{{ author: {{ books: {{ none: {it.Text} }} }} }}",
                book => !Siblings(book).Any(it.Matches)
            )),
            inner.Select(it => new Filter(
                $"{{ author: {{ books: {{ every: {it.Text} }} }} }}",
                book => Siblings(book).All(it.Matches)
            ))
        );
    }

    private IEnumerable<Book> Siblings(Book book) => library.Data.Books.Where(it => it.AuthorId == book.AuthorId);

    private static Gen<Filter> Pages() =>
        Gen.Elements(100, 200, 300, 400)
            .SelectMany(n =>
                Gen.Elements(
                    new Filter($"{{ pages: {{ eq: {n} }} }}", it => it.Pages == n),
                    new Filter($"{{ pages: {{ neq: {n} }} }}", it => it.Pages != n),
                    new Filter($"{{ pages: {{ gt: {n} }} }}", it => it.Pages > n),
                    new Filter($"{{ pages: {{ lte: {n}, gte: 200 }} }}", it => it.Pages <= n && it.Pages >= 200),
                    new Filter($"{{ pages: {{ in: [{n}, 7] }} }}", it => it.Pages == n),
                    new Filter($"{{ pages: {{ nin: [{n}] }} }}", it => it.Pages != n),
                    new Filter("{ pages: { isNull: true } }", it => it.Pages is null),
                    new Filter("{ pages: { eq: null } }", it => it.Pages is null),
                    new Filter("{ pages: { neq: null } }", it => it.Pages is not null)
                )
            );

    private static Gen<Filter> Titles() =>
        Gen.Elements("river", "%", "_", "\\", "'", "STONE", "100", "\"")
            .SelectMany(text =>
            {
                var quoted = $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";
                return Gen.Elements(
                    new Filter(
                        $"{{ title: {{ startsWith: {quoted} }} }}",
                        it => it.Title.StartsWith(text, StringComparison.Ordinal)
                    ),
                    new Filter(
                        $"{{ title: {{ contains: {quoted} }} }}",
                        it => it.Title.Contains(text, StringComparison.Ordinal)
                    ),
                    new Filter(
                        $"{{ title: {{ icontains: {quoted} }} }}",
                        it => it.Title.Contains(text, StringComparison.OrdinalIgnoreCase)
                    ),
                    new Filter($"{{ title: {{ eq: {quoted} }} }}", it => it.Title == text)
                );
            });

    private static Gen<Filter> Genres() =>
        Gen.Elements(
                new Filter("{ genre: { eq: POETRY } }", it => it.Genre == "poetry"),
                new Filter("{ genre: { in: [SCIENCE_FICTION] } }", it => it.Genre == "sf"),
                new Filter("{ genre: { neq: POETRY } }", it => it.Genre == "sf"),
                new Filter("{ author: { country: { eq: \"IS\" } } }", _ => false)
            )
            .Where(filter => !filter.Text.Contains("country", StringComparison.Ordinal));

    private static Gen<Filter> Prices() =>
        Gen.Elements(
            new Filter("{ price: { gte: \"0.003\" } }", it => it.Price >= System.Numerics.BigInteger.Pow(10, 15) * 3),
            new Filter("{ price: { lt: \"2000\" } }", it => it.Price < System.Numerics.BigInteger.Pow(10, 18) * 2000),
            new Filter("{ published: { gte: \"2002-01-01T02:00:00+02:00\" } }", it => it.Published.Year >= 2002)
        );

    private static Gen<Filter> Flags() =>
        Gen.Elements(
            new Filter("{ inPrint: { eq: true } }", it => it.InPrint),
            new Filter("{ inPrint: { eq: false } }", it => !it.InPrint),
            new Filter("{ or: [] }", _ => false),
            new Filter("{ and: [] }", _ => true),
            new Filter("{ }", _ => true)
        );
}
