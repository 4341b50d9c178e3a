using System.Net;
using System.Net.Http.Json;
using Indexer.EndToEnd.Tests.Kit;

namespace Indexer.EndToEnd.Tests.CommandLine;

/// <summary>The API as it is configured.</summary>
public sealed class ApiTests
{
    private const string Configuration = """
        { "api": { "graphQL": { "introspection": false }, "trustedProxies": ["127.0.0.1", "192.0.2.0/24"],
            "rateLimit": { "requestsPerMinute": 1, "burst": 1, "keys": { "partner": { "key": "secret", "burst": 1000 } } } } }
        """;

    [Fact]
    public async Task Clients_behind_a_trusted_proxy_have_a_rate_each()
    {
        var port = Ports.Free();
        await using var directory = new DataDirectory();
        await using var program = IndexerProcess.Start(
            directory.Path,
            "demo",
            "--size",
            "small",
            "--port",
            port.ToString(),
            "--config",
            await directory.FileAsync(Configuration)
        );
        await program.LineAsync(line => line.StartsWith("GraphQL:", StringComparison.Ordinal));
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

        Assert.Equal(HttpStatusCode.OK, await PostAsync(client, "203.0.113.1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await PostAsync(client, "203.0.113.1"));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(client, "203.0.113.2"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await PostAsync(client, "203.0.113.2, 192.0.2.7"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await PostAsync(client, "203.0.113.3, 203.0.113.1"));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(client, "203.0.113.1", "secret"));

        using var request = Request("{ __schema { description } }", "203.0.113.1", "secret");
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Contains(
            "introspection has been disabled",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, string forwardedFor, string? key = null)
    {
        using var request = Request("{ __typename }", forwardedFor, key);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static HttpRequestMessage Request(string query, string forwardedFor, string? key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query }),
        };
        request.Headers.Add("X-Forwarded-For", forwardedFor);
        if (key is not null)
        {
            request.Headers.Add("X-Api-Key", key);
        }

        return request;
    }
}
