using System.Net;

namespace Indexer.GraphQL.Http.Tests;

public sealed class EntityTagTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    private const string Book = "{book(number:1){title}}";

    [Fact]
    public async Task An_answer_that_the_client_has_is_not_sent_again()
    {
        using var first = await GetAsync(Book);
        var tag = first.Headers.ETag!;
        Assert.True(tag.IsWeak);

        using var again = await GetAsync(Book, tag.ToString());
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(tag, again.Headers.ETag);
        Assert.Equal("no-cache", again.Headers.CacheControl!.ToString());
        Assert.Equal(first.Headers.Vary, again.Headers.Vary);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Null(again.Content.Headers.ContentType);
        Assert.Empty(again.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("*", HttpStatusCode.NotModified)]
    [InlineData("\"a\", {0}, \"b\"", HttpStatusCode.NotModified)]
    [InlineData("{0}x", HttpStatusCode.OK)]
    [InlineData("\"a\"", HttpStatusCode.OK)]
    [InlineData("nonsense", HttpStatusCode.OK)]
    [InlineData("", HttpStatusCode.OK)]
    public async Task Tags_are_compared_as_http_says(string given, HttpStatusCode expected)
    {
        using var first = await GetAsync(Book);
        var tag = string.Format(System.Globalization.CultureInfo.InvariantCulture, given, first.Headers.ETag);
        using var again = await GetAsync(Book, tag);
        Assert.Equal(expected, again.StatusCode);
    }

    [Fact]
    public async Task The_tag_is_strong_enough_to_tell_answers_apart_and_the_same_for_the_same()
    {
        using var one = await GetAsync(Book);
        using var same = await GetAsync("{ book(number: 1) { title } }");
        using var other = await GetAsync("{book(number:2){title}}");
        Assert.Equal(one.Headers.ETag, same.Headers.ETag);
        Assert.NotEqual(one.Headers.ETag, other.Headers.ETag);
    }

    [Fact]
    public async Task Compressed_or_not_an_answer_has_one_tag()
    {
        using var plain = await GetAsync(Book);
        using var compressed = await GetAsync(Book, encoding: "br");
        using var known = await GetAsync(Book, plain.Headers.ETag!.ToString(), "br");
        Assert.Equal(plain.Headers.ETag, compressed.Headers.ETag);
        Assert.Equal(["br"], compressed.Content.Headers.ContentEncoding);
        Assert.Equal(["Accept", "Accept-Encoding"], compressed.Headers.Vary);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Empty(known.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("{broken{name}}")]
    [InlineData("{book(number:1){title}broken{name}}")]
    [InlineData("{nothing}")]
    [InlineData("{")]
    public async Task An_answer_with_errors_has_no_tag(string query)
    {
        using var answer = await GetAsync(query, "*");
        Assert.Null(answer.Headers.ETag);
        Assert.NotEqual(HttpStatusCode.NotModified, answer.StatusCode);
    }

    [Fact]
    public async Task An_answer_over_the_limit_has_no_tag_and_arrives_whole()
    {
        var titles = string.Concat(Enumerable.Range(0, 60).Select(i => $"a{i}:title "));
        var query =
            $"{{books(first:50){{nodes{{author{{books(first:8){{nodes{{author{{books(first:8){{nodes{{{titles}}}}}}}}}}}}}}}}}}}";
        await using var own = await EngineServer.StartAsync(
            server.DataSource.ConnectionString,
            TimeSpan.FromSeconds(25)
        );
        using var big = await GetAsync(query, "*", from: own.Client);
        var text = await big.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, null), (big.StatusCode, big.Headers.ETag));
        Assert.True(text.Length > 1024 * 1024, $"It has only {text.Length} characters.");
        Assert.Equal((await own.PostAsync(query)).Text, text);
    }

    [Fact]
    public async Task A_post_has_no_tag()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = System.Net.Http.Json.JsonContent.Create(new { query = Book }),
        };
        request.Headers.TryAddWithoutValidation("If-None-Match", "*");
        using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, null), (answer.StatusCode, answer.Headers.ETag));
    }

    private async Task<HttpResponseMessage> GetAsync(
        string query,
        string? known = null,
        string? encoding = null,
        HttpClient? from = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString(query)}");
        if (known is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
        }

        if (encoding is not null)
        {
            request.Headers.Add("Accept-Encoding", encoding);
        }

        return await (from ?? server.Client).SendAsync(request);
    }
}
