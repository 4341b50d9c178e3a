using FsCheck;
using FsCheck.Fluent;

namespace Indexer.GraphQL.Postgres.Tests;

/// <summary>Any filter over books.</summary>
internal sealed class BookFilters(LibraryData data)
{
    public Gen<BookFilter> Any(int depth)
    {
        var leaf = Gen.OneOf(Pages(), Titles(), Genres(), Prices(), Flags());
        if (depth == 0)
        {
            return leaf;
        }

        var inner = Any(depth - 1);
        var pair = Gen.Zip(inner, inner);
        return Gen.OneOf(
            leaf,
            pair.Select(it => new BookFilter(
                $"{{ and: [{it.Item1.Text}, {it.Item2.Text}] }}",
                book => it.Item1.Matches(book) && it.Item2.Matches(book)
            )),
            pair.Select(it => new BookFilter(
                $"{{ or: [{it.Item1.Text}, {it.Item2.Text}] }}",
                book => it.Item1.Matches(book) || it.Item2.Matches(book)
            )),
            inner.Select(it => new BookFilter($"{{ not: {it.Text} }}", book => !it.Matches(book))),
            inner.Select(it => new BookFilter(
                $"{{ author: {{ books: {{ some: {it.Text} }} }} }}",
                book => Siblings(book).Any(it.Matches)
            )),
            inner.Select(it => new BookFilter(
                $"{{ author: {{ books: {{ none: {it.Text} }} }} }}",
                book => !Siblings(book).Any(it.Matches)
            )),
            inner.Select(it => new BookFilter(
                $"{{ author: {{ books: {{ every: {it.Text} }} }} }}",
                book => Siblings(book).All(it.Matches)
            ))
        );
    }

    private IEnumerable<Book> Siblings(Book book) => data.Books.Where(it => it.AuthorId == book.AuthorId);

    private static Gen<BookFilter> Pages() =>
        Gen.Elements(100, 200, 300, 400)
            .SelectMany(n =>
                Gen.Elements(
                    new BookFilter($"{{ pages: {{ eq: {n} }} }}", it => it.Pages == n),
                    new BookFilter($"{{ pages: {{ neq: {n} }} }}", it => it.Pages != n),
                    new BookFilter($"{{ pages: {{ gt: {n} }} }}", it => it.Pages > n),
                    new BookFilter($"{{ pages: {{ lte: {n}, gte: 200 }} }}", it => it.Pages <= n && it.Pages >= 200),
                    new BookFilter($"{{ pages: {{ in: [{n}, 7] }} }}", it => it.Pages == n),
                    new BookFilter($"{{ pages: {{ nin: [{n}] }} }}", it => it.Pages != n),
                    new BookFilter("{ pages: { isNull: true } }", it => it.Pages is null),
                    new BookFilter("{ pages: { eq: null } }", it => it.Pages is null),
                    new BookFilter("{ pages: { neq: null } }", it => it.Pages is not null)
                )
            );

    private static Gen<BookFilter> Titles() =>
        Gen.Elements("river", "%", "_", "\\", "'", "STONE", "100", "\"")
            .SelectMany(text =>
            {
                var quoted = $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";
                return Gen.Elements(
                    new BookFilter(
                        $"{{ title: {{ startsWith: {quoted} }} }}",
                        it => it.Title.StartsWith(text, StringComparison.Ordinal)
                    ),
                    new BookFilter(
                        $"{{ title: {{ contains: {quoted} }} }}",
                        it => it.Title.Contains(text, StringComparison.Ordinal)
                    ),
                    new BookFilter(
                        $"{{ title: {{ icontains: {quoted} }} }}",
                        it => it.Title.Contains(text, StringComparison.OrdinalIgnoreCase)
                    ),
                    new BookFilter($"{{ title: {{ eq: {quoted} }} }}", it => it.Title == text)
                );
            });

    private static Gen<BookFilter> Genres() =>
        Gen.Elements(
                new BookFilter("{ genre: { eq: POETRY } }", it => it.Genre == "poetry"),
                new BookFilter("{ genre: { in: [SCIENCE_FICTION] } }", it => it.Genre == "sf"),
                new BookFilter("{ genre: { neq: POETRY } }", it => it.Genre == "sf"),
                new BookFilter("{ author: { country: { eq: \"IS\" } } }", _ => false)
            )
            .Where(filter => !filter.Text.Contains("country", StringComparison.Ordinal));

    private static Gen<BookFilter> Prices() =>
        Gen.Elements(
            new BookFilter(
                "{ price: { gte: \"0.003\" } }",
                it => it.Price >= System.Numerics.BigInteger.Pow(10, 15) * 3
            ),
            new BookFilter(
                "{ price: { lt: \"2000\" } }",
                it => it.Price < System.Numerics.BigInteger.Pow(10, 18) * 2000
            ),
            new BookFilter("{ published: { gte: \"2002-01-01T02:00:00+02:00\" } }", it => it.Published.Year >= 2002)
        );

    private static Gen<BookFilter> Flags() =>
        Gen.Elements(
            new BookFilter("{ inPrint: { eq: true } }", it => it.InPrint),
            new BookFilter("{ inPrint: { eq: false } }", it => !it.InPrint),
            new BookFilter("{ or: [] }", _ => false),
            new BookFilter("{ and: [] }", _ => true),
            new BookFilter("{ }", _ => true)
        );
}
