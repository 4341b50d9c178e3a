using System.Net;
using System.Text;

namespace Indexer.GraphQL.Http.Tests;

public sealed class RequestTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    private const string Query = """{"query":"{ book(number: 2) { number } }"}""";

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=\"UTF-8\"")]
    [InlineData("APPLICATION/JSON")]
    public async Task A_body_is_json_in_utf8(string type) =>
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(Query, type)).Status);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("json")]
    [InlineData("text/plain")]
    [InlineData("application/graphql")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task Another_body_is_unsupported(string? type)
    {
        var answer = await PostAsync(Query, type);
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, ErrorCodes.Request), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{ __typename }")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""[{"query":"{ __typename }"}],""")]
    [InlineData("\"{ __typename }\"")]
    [InlineData("{}")]
    [InlineData("""{"query":null}""")]
    [InlineData("""{"query":1}""")]
    [InlineData("""{"query":{"a":1}}""")]
    [InlineData("""{"Query":"{ __typename }"}""")]
    [InlineData("""{"query":"{ __typename }"} x""")]
    [InlineData("""{"query":"{ __typename }",}""")]
    [InlineData("""{"query":"{ __typename }","operationName":1}""")]
    [InlineData("""{"query":"{ __typename }","variables":"{}"}""")]
    [InlineData("""{"query":"{ __typename }","variables":[]}""")]
    [InlineData("""{"query":"{ __typename }","extensions":0}""")]
    [InlineData("""{"query":"{ __typename }","extensions":{"persistedQuery":1}}""")]
    [InlineData("""{"extensions":{"persistedQuery":{}}}""")]
    [InlineData("""{"extensions":{"persistedQuery":{"version":2,"sha256Hash":"a"}}}""")]
    [InlineData("""{"extensions":{"persistedQuery":{"version":"1","sha256Hash":"a"}}}""")]
    [InlineData("""{"extensions":{"persistedQuery":{"version":1}}}""")]
    [InlineData("""{"extensions":{"persistedQuery":{"version":1,"sha256Hash":1}}}""")]
    [InlineData("""{"documentId":1}""")]
    [InlineData("""{"documentId":"a","query":"{ __typename }"}""")]
    [InlineData("""{"documentId":"a","extensions":{"persistedQuery":{"version":1,"sha256Hash":"a"}}}""")]
    [InlineData("""{"query":"\ud800"}""")]
    [InlineData("""{"query":"{ __typename }","\udc00":1}""")]
    public async Task A_malformed_request_is_400_in_every_media_type(string body)
    {
        foreach (var accept in new[] { "application/json", GraphQLServer.Response })
        {
            var answer = await server.PostAsync(Encoding.UTF8.GetBytes(body), accept);
            Assert.Equal((HttpStatusCode.BadRequest, ErrorCodes.Request), (answer.Status, answer.Code));
            Assert.False(answer.Json.TryGetProperty("data", out _));
        }
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_refused()
    {
        byte[] body = [.. "{\"query\":\"{ a"u8, 0xff, 0xc0, .. " }\"}"u8];
        var answer = await server.PostAsync(body);
        Assert.Equal(
            (HttpStatusCode.BadRequest, "The body is not valid Unicode text."),
            (answer.Status, answer.Message)
        );
    }

    [Fact]
    public async Task A_byte_order_mark_is_skipped()
    {
        var answer = await server.PostAsync([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Query)]);
        Assert.Equal(2, answer.Json.GetProperty("data").GetProperty("book").GetProperty("number").GetInt32());
    }

    [Fact]
    public async Task Of_keys_given_twice_the_last_counts_and_unknown_keys_are_ignored()
    {
        var answer = await server.PostAsync(
            """{"query":"{","query":"query($n: Long!) { book(number: $n) { number } }","id":1,"extensions":{"a":[1]},"variables":{"n":9,"n":3}}"""u8.ToArray()
        );
        Assert.Equal(3, answer.Json.GetProperty("data").GetProperty("book").GetProperty("number").GetInt32());
    }

    [Fact]
    public async Task The_operation_name_selects_the_operation()
    {
        const string Document = "query A { a: __typename } query B { b: __typename }";
        var chosen = await server.PostAsync(new { query = Document, operationName = "B" });
        var unknown = await server.PostAsync(new { query = Document, operationName = "C" });

        Assert.Equal("""{"data":{"b":"Query"}}""", chosen.Text);
        Assert.Equal("Unknown operation named \"C\".", unknown.Message);
        Assert.Equal(ErrorCodes.Request, unknown.Code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_is_413_whether_or_not_it_tells_its_length(bool isChunked)
    {
        var limit = new GraphQLOptions().MaxBodyBytes;
        foreach (
            var (length, expected) in new[]
            {
                (limit, HttpStatusCode.OK),
                (limit + 1, HttpStatusCode.RequestEntityTooLarge),
                (4 * limit, HttpStatusCode.RequestEntityTooLarge),
            }
        )
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
            {
                Content = new StringContent(Query.PadRight(length), Encoding.UTF8, "application/json"),
            };
            request.Headers.TransferEncodingChunked = isChunked;
            request.Headers.ExpectContinue = true;
            var answer = await server.SendAsync(request);
            Assert.Equal(expected, answer.Status);
            if (expected != HttpStatusCode.OK)
            {
                Assert.Equal($"The body is larger than {limit} bytes.", answer.Message);
                Assert.Equal(ErrorCodes.Limit, answer.Code);
            }
        }
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    [InlineData("HEAD")]
    [InlineData("NONSENSE")]
    public async Task Another_method_is_not_allowed(string method)
    {
        var answer = await server.SendAsync(new HttpMethod(method), "/graphql?query={__typename}", null, accept: null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
        Assert.Equal(["GET", "POST"], answer.Allow);
        Assert.True(method == "HEAD" ? answer.Text.Length == 0 : answer.Code == ErrorCodes.Request);
    }

    private async Task<Answer> PostAsync(string body, string? type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (type is not null)
        {
            content.Headers.TryAddWithoutValidation("content-type", type);
        }

        return await server.SendAsync(HttpMethod.Post, "/graphql", content, accept: null);
    }
}
