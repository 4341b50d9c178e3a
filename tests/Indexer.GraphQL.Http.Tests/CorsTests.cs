using System.Net;

namespace Indexer.GraphQL.Http.Tests;

public sealed class CorsTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    private const string Page = "https://example.org";

    [Fact]
    public async Task Any_page_may_read_by_default_without_credentials()
    {
        await using var own = await StartAsync(new GraphQLHttpOptions());
        using var answer = await SendAsync(own, HttpMethod.Get, Page);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("*", Header(answer, "Access-Control-Allow-Origin"));
        Assert.Equal("ETag,Retry-After", Header(answer, "Access-Control-Expose-Headers"));
        Assert.Null(Header(answer, "Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task A_preflight_is_answered()
    {
        await using var own = await StartAsync(new GraphQLHttpOptions());
        using var answer = await SendAsync(own, HttpMethod.Options, Page, "POST");
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("*", Header(answer, "Access-Control-Allow-Origin"));
        Assert.Contains("POST", Header(answer, "Access-Control-Allow-Methods")!, StringComparison.Ordinal);
        Assert.Equal("content-type,x-api-key", Header(answer, "Access-Control-Allow-Headers"));
        Assert.Equal("86400", Header(answer, "Access-Control-Max-Age"));
    }

    [Fact]
    public async Task Listed_origins_may_read_and_others_may_not()
    {
        await using var own = await StartAsync(new GraphQLHttpOptions { Origins = [Page, "http://localhost:3000"] });
        using var listed = await SendAsync(own, HttpMethod.Get, "http://localhost:3000");
        using var other = await SendAsync(own, HttpMethod.Get, "https://other.example");
        using var preflight = await SendAsync(own, HttpMethod.Options, "https://other.example", "POST");
        Assert.Equal("http://localhost:3000", Header(listed, "Access-Control-Allow-Origin"));
        Assert.Equal(["Accept", "Accept-Encoding", "Origin"], listed.Headers.Vary);
        Assert.Null(Header(other, "Access-Control-Allow-Origin"));
        Assert.Null(Header(preflight, "Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Without_origins_there_is_no_sharing()
    {
        await using var own = await StartAsync(new GraphQLHttpOptions { Origins = [] });
        using var answer = await SendAsync(own, HttpMethod.Get, Page);
        using var preflight = await SendAsync(own, HttpMethod.Options, Page, "POST");
        Assert.Null(Header(answer, "Access-Control-Allow-Origin"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, preflight.StatusCode);
    }

    private Task<EngineServer> StartAsync(GraphQLHttpOptions options) =>
        EngineServer.StartAsync(server.DataSource.ConnectionString, new ServerOptions { Http = options });

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;

    private static async Task<HttpResponseMessage> SendAsync(
        EngineServer own,
        HttpMethod method,
        string origin,
        string? preflightOf = null
    )
    {
        using var request = new HttpRequestMessage(method, "/graphql?query={__typename}");
        request.Headers.Add("Origin", origin);
        if (preflightOf is not null)
        {
            request.Headers.Add("Access-Control-Request-Method", preflightOf);
            request.Headers.Add("Access-Control-Request-Headers", "content-type,x-api-key");
        }

        return await own.Client.SendAsync(request);
    }
}
