using System.Text.Json;

namespace Indexer.GraphQL.Postgres.Tests;

public sealed class ErrorTests(Library library) : IClassFixture<Library>
{
    [Fact]
    public async Task A_parsed_argument_selects_rows_and_names_itself_when_it_cannot_be_parsed()
    {
        var data = await library.DataAsync("{ authorAt(address: \"3:171:0\") { number } }");
        Assert.Equal(3, data.GetProperty("authorAt").GetProperty("number").GetInt64());

        var error = library.Refusal("query($a: String!) { authorAt(address: $a) { number } }", new { a = "x" });
        Assert.Equal(ErrorCodes.Input, error.Code);
        Assert.Equal("Argument \"address\": 'x' is not an address; write a:b:c.", error.Message);
    }

    [Theory]
    [InlineData(
        "{ books(first: 1001) { totalCount } }",
        ErrorCodes.Limit,
        "Argument \"first\" asks for 1001 rows; at most 1000 are allowed."
    )]
    [InlineData(
        "{ books(first: -1) { totalCount } }",
        ErrorCodes.Input,
        "Argument \"first\" is -1; it cannot be negative."
    )]
    [InlineData(
        "{ books(first: 1, last: 1) { totalCount } }",
        ErrorCodes.Input,
        "Arguments \"first\" and \"last\" cannot be used together."
    )]
    [InlineData(
        "{ books(after: \"zzz\") { totalCount } }",
        ErrorCodes.Input,
        "Argument \"after\" is not a cursor of this list."
    )]
    [InlineData(
        "{ books(first: 1000) { nodes { author { books(first: 100) { nodes { number } } } } } }",
        ErrorCodes.Limit,
        "The query asks for up to 101000 rows in all its lists; at most 50000 are allowed."
    )]
    [InlineData("mutation { x }", ErrorCodes.Request, "Schema is not configured to execute mutation operation.")]
    public void What_is_refused_says_why(string query, string code, string message)
    {
        var error = library.Refusal(query);
        Assert.Equal((code, message), (error.Code, error.Message));
        Assert.Single(error.Locations);
    }

    [Theory]
    [InlineData("startsWith")]
    [InlineData("contains")]
    [InlineData("icontains")]
    public void A_text_that_is_looked_for_has_a_longest_length(string name)
    {
        const string Query =
            "query($text: String) { books(where: { or: [{ title: { icontains: \"x\" } }, { title: { NAME: $text } }] }) { totalCount } }";
        var query = Query.Replace("NAME", name, StringComparison.Ordinal);
        library.Prepare(query, new { text = new string('x', 100) });
        var error = library.Refusal(query, new { text = new string('x', 101) });
        Assert.Equal(
            (ErrorCodes.Limit, $"The text of \"{name}\" has 101 characters; at most 100 are allowed.", "books"),
            (error.Code, error.Message, error.Path)
        );
    }

    [Theory]
    [InlineData("{ x: books(first: -1) { totalCount } }", "x", 3)]
    [InlineData("{ a: book(number: 1) { number } x: books(first: 1, last: 1) { totalCount } }", "x", 33)]
    [InlineData("{ a: book(number: 1) { number } books(after: \"zzz\") { totalCount } }", "books", 33)]
    [InlineData("{ x: books { groups(by: []) { count } } }", "x", 3)]
    [InlineData("{ x: authorAt(address: \"x\") { number } }", "x", 3)]
    public void What_is_wrong_with_a_field_says_which_and_where(string query, string path, int column)
    {
        var error = library.Refusal(query);
        Assert.Equal((path, column), (error.Path, Assert.Single(error.Locations).Column));
    }

    [Fact]
    public async Task A_cursor_of_another_order_is_refused()
    {
        var data = await library.DataAsync("{ books(first: 1) { pageInfo { endCursor } } }");
        var cursor = data.GetProperty("books").GetProperty("pageInfo").GetProperty("endCursor").GetString();
        var error = library.Refusal(
            $"{{ books(after: \"{cursor}\", orderBy: [{{ field: NUMBER, direction: DESC }}]) {{ totalCount }} }}"
        );
        Assert.Equal(ErrorCodes.Input, error.Code);
    }

    [Fact]
    public async Task A_failing_statement_says_nothing_about_itself()
    {
        var response = await library.RawAsync(
            "{ a: book(number: 1) { number } broken { name } b: book(number: 2) { number } }"
        );
        var root = JsonDocument.Parse(response).RootElement;

        Assert.DoesNotContain("secret_function", response, StringComparison.Ordinal);
        Assert.Equal(1, root.GetProperty("data").GetProperty("a").GetProperty("number").GetInt32());
        Assert.Equal(["a", "broken", "b"], root.GetProperty("data").EnumerateObject().Select(it => it.Name));
        var errors = root.GetProperty("errors").EnumerateArray().ToList();
        Assert.Equal(["broken", "b"], errors.Select(it => it.GetProperty("path")[0].GetString()));
        Assert.All(
            errors,
            it => Assert.Equal(ErrorCodes.Internal, it.GetProperty("extensions").GetProperty("code").GetString())
        );
    }

    [Fact]
    public async Task A_failure_of_a_field_that_cannot_be_null_makes_the_data_null()
    {
        var response = await library.RawAsync("{ broken { name } books { totalCount } }");
        Assert.Equal("null", JsonDocument.Parse(response).RootElement.GetProperty("data").GetRawText());
    }

    [Fact]
    public async Task A_slow_statement_is_cut_off()
    {
        var root = JsonDocument.Parse(await library.RawAsync("{ slow { name } }")).RootElement;
        var error = Assert.Single(root.GetProperty("errors").EnumerateArray());
        Assert.Equal(ErrorCodes.Timeout, error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("null", root.GetProperty("data").GetProperty("slow").GetRawText());
    }
}
