using System.Text.Json;

namespace Indexer.GraphQL.Postgres.Tests;

public sealed class PagingTests(Library library) : IClassFixture<Library>
{
    public static TheoryData<string> Orders =>
        [
            "",
            "[{ field: PAGES }]",
            "[{ field: PAGES, direction: DESC }]",
            "[{ field: PAGES, nulls: FIRST }]",
            "[{ field: PAGES, direction: DESC, nulls: FIRST }, { field: TITLE, nulls: FIRST }]",
            "[{ field: PAGES, direction: DESC }, { field: TITLE }]",
            "[{ field: AUTHOR_COUNTRY }, { field: PUBLISHED, direction: DESC }]",
            "[{ field: TRANSLATOR_COUNTRY, direction: DESC }, { field: WEIGHT }]",
            "[{ field: COPIES }, { field: AUTHOR_NAME, direction: DESC }]",
            "[{ field: COPIES, direction: DESC }]",
            "[{ field: FAME, direction: DESC }]",
            "[{ field: TITLE_LENGTH }, { field: SOLD, direction: DESC }]",
            "[{ field: PRICE, direction: DESC }]",
            "[{ field: NUMBER, direction: DESC }]",
        ];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Walking_pages_either_way_gives_the_whole_list(string order)
    {
        var orderBy = order.Length == 0 ? "" : $", orderBy: {order}";
        var all = Numbers(await library.DataAsync($"{{ books(first: 1000{orderBy}) {{ nodes {{ number }} }} }}"));
        Assert.Equal(library.Data.Books.Count, all.Count);

        Assert.Equal(all, await WalkAsync("first", "after", orderBy, it => it));
        var backward = await WalkAsync("last", "before", orderBy, page => page.Reverse());
        backward.Reverse();
        Assert.Equal(all, backward);
    }

    [Theory]
    [InlineData("books { pageInfo { hasPreviousPage } }", "hasPreviousPage", "false")]
    [InlineData("books(last: 3) { pageInfo { hasNextPage } }", "hasNextPage", "false")]
    [InlineData("books(first: 0) { pageInfo { __typename } }", "__typename", "\"PageInfo\"")]
    [InlineData("books { pageInfo { x: hasPreviousPage endCursor @skip(if: true) } }", "x", "false")]
    public async Task A_page_info_that_reads_no_row_is_answered_once(string field, string key, string value)
    {
        var data = await library.DataAsync($"{{ {field} }}");
        Assert.Equal(value, data.GetProperty("books").GetProperty("pageInfo").GetProperty(key).GetRawText());
    }

    [Fact]
    public async Task Order_is_what_was_asked_with_null_last_and_the_key_at_the_end()
    {
        var expected = library
            .Data.Books.OrderBy(it => it.Pages is null)
            .ThenByDescending(it => it.Pages)
            .ThenBy(it => it.Title, StringComparer.Ordinal)
            .ThenBy(it => it.Id)
            .Select(it => it.Id);
        var data = await library.DataAsync(
            "{ books(first: 1000, orderBy: [{ field: PAGES, direction: DESC }, { field: TITLE }]) { nodes { number title } } }"
        );
        var titles = library.Data.Books.ToDictionary(it => it.Id, it => it);

        // The database's collation orders titles; within equal pages only their grouping is compared.
        Assert.Equal(expected.Select(id => titles[id].Pages), Numbers(data).Select(id => titles[id].Pages));
        foreach (var group in Numbers(data).GroupBy(id => (titles[id].Pages, titles[id].Title)))
        {
            Assert.Equal(group.Order(), group);
        }
    }

    /// <summary>Random orders, compared with the same order of the records, and walked in pages from either end.</summary>
    [Fact]
    public async Task Any_order_with_null_first_or_last_is_kept_from_page_to_page()
    {
        var keys = new Dictionary<string, Func<Book, double?>>
        {
            ["PAGES"] = book => book.Pages,
            ["WEIGHT"] = book => book.Weight,
            ["SOLD"] = book => (double?)book.Sold,
            ["PRICE"] = book => (double)book.Price,
        };
        var random = new Random(11);
        for (var round = 0; round < 60; round++)
        {
            IOrderedEnumerable<Book> expected = library.Data.Books.OrderBy(_ => 0);
            var items = new List<string>();
            var isDescending = false;
            foreach (var name in keys.Keys.OrderBy(_ => random.Next()).Take(random.Next(1, 4)).ToList())
            {
                var key = keys[name];
                isDescending = random.Next(2) == 0;
                var nulls = new[] { "", ", nulls: FIRST", ", nulls: LAST" }[random.Next(3)];
                items.Add($"{{ field: {name}, direction: {(isDescending ? "DESC" : "ASC")}{nulls} }}");
                expected = nulls.EndsWith("FIRST", StringComparison.Ordinal)
                    ? expected.ThenBy(book => key(book) is not null)
                    : expected.ThenBy(book => key(book) is null);
                expected = isDescending ? expected.ThenByDescending(key) : expected.ThenBy(key);
            }

            expected = isDescending ? expected.ThenByDescending(book => book.Id) : expected.ThenBy(book => book.Id);
            var numbers = expected.Select(book => book.Id).ToList();
            var orderBy = $", orderBy: [{string.Join(", ", items)}]";

            Assert.Equal(numbers, await WalkAsync("first", "after", orderBy, it => it));
            var backward = await WalkAsync("last", "before", orderBy, page => page.Reverse());
            backward.Reverse();
            Assert.Equal(numbers, backward);
        }
    }

    [Theory]
    [InlineData("ASC")]
    [InlineData("DESC")]
    public async Task A_list_ordered_by_a_key_that_is_like_another_is_in_its_order(string direction)
    {
        var data = await library.DataAsync(
            $"{{ authors {{ nodes {{ books(orderBy: [{{ field: FAME, direction: {direction} }}]) {{ nodes {{ number fame }} }} }} }} }}"
        );
        var prices = library.Data.Books.ToDictionary(book => book.Id, book => book.Price);
        foreach (var author in data.GetProperty("authors").GetProperty("nodes").EnumerateArray())
        {
            var books = author.GetProperty("books").GetProperty("nodes").EnumerateArray().ToList();
            var fame = books.ConvertAll(book => long.Parse(book.GetProperty("fame").GetString()!));
            Assert.Equal(direction == "ASC" ? fame.Order() : fame.OrderDescending(), fame);
            var price = books.ConvertAll(book => prices[book.GetProperty("number").GetInt64()]);
            Assert.Equal(direction == "ASC" ? price.Order() : price.OrderDescending(), price);
        }
    }

    [Fact]
    public async Task Pages_are_stable_when_rows_are_added_in_between()
    {
        await using var database = new Library();
        await database.InitializeAsync();
        foreach (var (size, cursor) in new[] { ("first", "after"), ("last", "before") })
        {
            var before = Numbers(
                await database.DataAsync("{ books(first: 1000, orderBy: [{ field: PRICE }]) { nodes { number } } }")
            );
            var seen = new List<long>();
            string? at = null;
            for (var more = true; more; )
            {
                var info = await PageAsync(database, size, cursor, ", orderBy: [{ field: PRICE }]", at);
                seen.AddRange(Numbers(info).Where(before.Contains));
                (at, more) = Next(info, size);
                var extra = database.Data.Books[seen.Count % 60] with
                {
                    Id = (size == "first" ? 1000 : 2000) + seen.Count,
                };
                await database.SqlAsync(
                    $"insert into books values {LibraryData.BookRow(extra)} on conflict do nothing"
                );
            }

            Assert.Equal(before.Order(), seen.Order());
        }
    }

    [Fact]
    public async Task Page_info_and_count_describe_the_page()
    {
        var data = await library.DataAsync(
            """
            { a: books(first: 10) { ...P } b: books(last: 10) { ...P } c: books(first: 60) { ...P } d: books(first: 0) { ...P }
              e: books(first: 3, where: { number: { gt: 1000 } }) { ...P } f: books { totalCount } g: books(last: 60) { ...P } }
            fragment P on BookConnection { totalCount edges { cursor node { number } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
            """
        );
        Check("a", 1, 10, hasNext: true, hasPrevious: false, total: 60);
        Check("b", 51, 10, hasNext: false, hasPrevious: true, total: 60);
        Check("c", 1, 60, hasNext: false, hasPrevious: false, total: 60);
        Check("d", 0, 0, hasNext: true, hasPrevious: false, total: 60);
        Check("e", 0, 0, hasNext: false, hasPrevious: false, total: 0);
        Check("g", 1, 60, hasNext: false, hasPrevious: false, total: 60);
        Assert.Equal(60, data.GetProperty("f").GetProperty("totalCount").GetInt32());

        void Check(string key, int from, int count, bool hasNext, bool hasPrevious, int total)
        {
            var list = data.GetProperty(key);
            var edges = list.GetProperty("edges").EnumerateArray().ToList();
            var info = list.GetProperty("pageInfo");
            Assert.Equal(
                Enumerable.Range(from, count),
                edges.Select(edge => edge.GetProperty("node").GetProperty("number").GetInt32())
            );
            Assert.Equal(hasNext, info.GetProperty("hasNextPage").GetBoolean());
            Assert.Equal(hasPrevious, info.GetProperty("hasPreviousPage").GetBoolean());
            Assert.Equal(total, list.GetProperty("totalCount").GetInt32());
            Assert.Equal(
                edges.FirstOrDefault().ValueKind == JsonValueKind.Undefined
                    ? null
                    : edges[0].GetProperty("cursor").GetString(),
                info.GetProperty("startCursor").GetString()
            );
            Assert.Equal(
                edges.Count == 0 ? null : edges[^1].GetProperty("cursor").GetString(),
                info.GetProperty("endCursor").GetString()
            );
        }
    }

    [Fact]
    public async Task Rows_on_the_other_side_of_the_cursor_are_told()
    {
        var first = await library.DataAsync("{ books(first: 10) { pageInfo { endCursor } } }");
        var cursor = first.GetProperty("books").GetProperty("pageInfo").GetProperty("endCursor").GetString();
        var data = await library.DataAsync(
            "query($c: String) { a: books(first: 5, after: $c) { ...P } b: books(last: 5, before: $c) { ...P } } fragment P on BookConnection { nodes { number } pageInfo { hasNextPage hasPreviousPage } }",
            new { c = cursor }
        );
        Assert.Equal([11, 12, 13, 14, 15], Numbers(data, "a"));
        Assert.Equal([5, 6, 7, 8, 9], Numbers(data, "b"));
        foreach (var key in new[] { "a", "b" })
        {
            Assert.True(data.GetProperty(key).GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean());
            Assert.True(data.GetProperty(key).GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        }
    }

    private async Task<List<long>> WalkAsync(
        string size,
        string cursor,
        string orderBy,
        Func<IEnumerable<long>, IEnumerable<long>> scan
    )
    {
        var seen = new List<long>();
        string? at = null;
        for (var more = true; more; )
        {
            var page = await PageAsync(library, size, cursor, orderBy, at);
            seen.AddRange(scan(Numbers(page)));
            (at, more) = Next(page, size);
        }

        return seen;
    }

    private static Task<JsonElement> PageAsync(
        Library library,
        string size,
        string cursor,
        string orderBy,
        string? at
    ) =>
        library.DataAsync(
            $"query($at: String) {{ books({size}: 7, {cursor}: $at{orderBy}) {{ nodes {{ number }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }}",
            new { at }
        );

    private static (string? Cursor, bool HasMore) Next(JsonElement data, string size)
    {
        var info = data.GetProperty("books").GetProperty("pageInfo");
        return size == "first"
            ? (info.GetProperty("endCursor").GetString(), info.GetProperty("hasNextPage").GetBoolean())
            : (info.GetProperty("startCursor").GetString(), info.GetProperty("hasPreviousPage").GetBoolean());
    }

    private static List<long> Numbers(JsonElement data, string key = "books") =>
        [
            .. data.GetProperty(key)
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(it => it.GetProperty("number").GetInt64()),
        ];
}
