namespace Indexer.GraphQL.Postgres.Tests;

public sealed class SelectionTests(Library library) : IClassFixture<Library>
{
    [Fact]
    public async Task Response_has_keys_in_the_order_of_selection_with_aliases_fragments_and_merged_fields()
    {
        var book = library.Data.Books[4];
        var author = library.Data.Authors.Single(it => it.Id == book.AuthorId);
        var response = await library.RawAsync(
            """
            query($n: Long!, $no: Boolean = false) {
              again: book(number: $n) { author { b: name } ...F __typename number author { number } }
              book(number: $n) { title @include(if: $no) number @skip(if: $no) }
              __typename
              none: book(number: -1) { number }
            }
            fragment F on Book { n: number ... on Node { __typename } }
            """,
            new { n = book.Id }
        );

        Assert.Equal(
            $$$"""{"data":{"again":{"author":{"b":"{{{author.Name}}}","number":{{{author.Id}}}},"n":{{{book.Id}}},"__typename":"Book","number":{{{book.Id}}}},"book":{"number":{{{book.Id}}}},"__typename":"Query","none":null}}""",
            response
        );
    }

    [Theory]
    [InlineData("author { name }")]
    [InlineData("author { name } fame")]
    [InlineData("author { name } stock { copies } title")]
    public async Task Rows_that_lead_back_to_the_row_around_them_are_told_each_for_itself(string selection)
    {
        var data = await library.DataAsync(
            $"{{ authors {{ nodes {{ name books(orderBy: [{{ field: NUMBER }}]) {{ nodes {{ {selection} }} }} }} }} }}"
        );
        var nodes = data.GetProperty("authors").GetProperty("nodes").EnumerateArray().ToList();
        Assert.Equal(library.Data.Authors.Count, nodes.Count);
        foreach (var node in nodes)
        {
            var name = node.GetProperty("name").GetString()!;
            var author = library.Data.Authors.Single(it => it.Name == name);
            Assert.Equal(
                Enumerable.Repeat(name, library.Data.Books.Count(it => it.AuthorId == author.Id)),
                node.GetProperty("books")
                    .GetProperty("nodes")
                    .EnumerateArray()
                    .Select(book => book.GetProperty("author").GetProperty("name").GetString())
            );
        }
    }

    [Fact]
    public async Task Scalars_are_rendered_exactly()
    {
        foreach (var book in library.Data.Books)
        {
            var data = await library.DataAsync(
                "query($n: Long!) { book(number: $n) { title price pages published genre inPrint words longer(by: 2) one: longer nothing: longer(by: null) author { address country } } }",
                new { n = book.Id }
            );
            var found = data.GetProperty("book");
            var author = library.Data.Authors.Single(it => it.Id == book.AuthorId);

            Assert.Equal(book.Title, found.GetProperty("title").GetString());
            Assert.Equal(ExpectedPrice(book), found.GetProperty("price").GetString());
            Assert.Equal(
                book.Published.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"),
                found.GetProperty("published").GetString()
            );
            Assert.Equal(book.Genre == "sf" ? "SCIENCE_FICTION" : "POETRY", found.GetProperty("genre").GetString());
            Assert.Equal(book.InPrint, found.GetProperty("inPrint").GetBoolean());
            Assert.Equal(
                book.Title.Split(' '),
                found.GetProperty("words").EnumerateArray().Select(it => it.GetString()!)
            );
            Assert.Equal((book.Pages + 2)?.ToString() ?? "null", found.GetProperty("longer").GetRawText());
            Assert.Equal((book.Pages + 1)?.ToString() ?? "null", found.GetProperty("one").GetRawText());
            Assert.Equal("null", found.GetProperty("nothing").GetRawText());
            Assert.Equal(
                "0x" + Convert.ToHexStringLower(author.Address),
                found.GetProperty("author").GetProperty("address").GetString()
            );
            Assert.Equal(author.Country, found.GetProperty("author").GetProperty("country").GetString());
        }
    }

    [Fact]
    public async Task Objects_of_more_than_a_hundred_fields_keep_their_order()
    {
        var keys = Enumerable.Range(0, 120).Select(index => $"k{index}").ToList();
        var fields = string.Join(' ', keys.Select(key => $"{key}: number"));
        var data = await library.DataAsync($"{{ book(number: 1) {{ {fields} }} }}");

        Assert.Equal(keys, data.GetProperty("book").EnumerateObject().Select(field => field.Name));
        Assert.All(data.GetProperty("book").EnumerateObject(), field => Assert.Equal(1, field.Value.GetInt64()));
    }

    [Fact]
    public async Task Every_global_id_leads_back_to_its_object()
    {
        var data = await library.DataAsync(
            "{ books(first: 100) { nodes { id number } } authors { nodes { id number } } }"
        );
        foreach (var (list, type) in new[] { ("books", "Book"), ("authors", "Author") })
        {
            foreach (var item in data.GetProperty(list).GetProperty("nodes").EnumerateArray())
            {
                var id = item.GetProperty("id").GetString();
                var node = await library.DataAsync(
                    "query($id: ID!) { node(id: $id) { __typename id ... on Book { number } ... on Author { number } } }",
                    new { id }
                );
                Assert.Equal(type, node.GetProperty("node").GetProperty("__typename").GetString());
                Assert.Equal(
                    item.GetProperty("number").GetInt64(),
                    node.GetProperty("node").GetProperty("number").GetInt64()
                );
            }
        }

        var none = await library.DataAsync("{ node(id: \"bm9uZQ\") { id } }");
        Assert.Equal("null", none.GetProperty("node").GetRawText());
    }

    [Fact]
    public async Task Point_in_time_reaches_relations_and_aggregates_below()
    {
        foreach (var height in new long?[] { null, 50, 130, 500 })
        {
            var asOf = height is null ? "" : $", asOf: {{ height: {height} }}";
            var data = await library.DataAsync(
                $"{{ book(number: 30{asOf}) {{ copies stock {{ copies }} history {{ copies }} author {{ books(where: {{ number: {{ eq: 30 }} }}) {{ nodes {{ stock {{ copies }} }} }} }} }} }}"
            );
            var at = height ?? long.MaxValue;
            var expected = library
                .Data.Stock.Single(it =>
                    it.BookId == 30 && it.FromHeight <= at && (it.ToHeight is null || it.ToHeight > at)
                )
                .Copies;
            var book = data.GetProperty("book");

            Assert.Equal(expected, book.GetProperty("copies").GetInt64());
            Assert.Equal(expected, book.GetProperty("stock").GetProperty("copies").GetInt64());
            Assert.Equal(
                expected,
                Assert.Single(book.GetProperty("history").EnumerateArray()).GetProperty("copies").GetInt64()
            );
            var nested = book.GetProperty("author").GetProperty("books").GetProperty("nodes")[0];
            Assert.Equal(expected, nested.GetProperty("stock").GetProperty("copies").GetInt64());
        }
    }

    [Fact]
    public async Task Introspection_and_data_share_a_response()
    {
        var response = await library.RawAsync(
            "query($t: String!) { t: __type(name: $t) { name } book(number: 1) { number } }",
            new { t = "Book" }
        );
        Assert.Equal("""{"data":{"t":{"name":"Book"},"book":{"number":1}}}""", response);
        var other = await library.RawAsync(
            "query($t: String!) { t: __type(name: $t) { name } book(number: 1) { number } }",
            new { t = "Nope" }
        );
        Assert.Equal("""{"data":{"t":null,"book":{"number":1}}}""", other);
    }

    private static string ExpectedPrice(Book book)
    {
        var digits = book.Price.ToString().PadLeft(19, '0');
        return $"{digits[..^18]}.{digits[^18..]}".TrimEnd('0').TrimEnd('.');
    }
}
