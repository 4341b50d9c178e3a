using System.Net;
using System.Net.Http.Json;

namespace Indexer.GraphQL.Http.Tests;

public sealed class RateLimitTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    private readonly StoppedClock clock = new();

    [Fact]
    public async Task A_client_that_is_too_fast_is_told_how_long_to_wait()
    {
        await using var own = await StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(own)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(own)).StatusCode);
        using var refused = await SendAsync(own);
        Assert.Equal((HttpStatusCode.TooManyRequests, "2"), (refused.StatusCode, RetryAfter(refused)));
        var answer = await Answer.ReadAsync(refused);
        Assert.Equal(
            (
                "RATE_LIMITED",
                "Too many requests: 30 per minute are allowed, 2 at once. Try again in 2 seconds.",
                "application/json; charset=utf-8"
            ),
            (answer.Code, answer.Message, answer.ContentType)
        );

        clock.Advance(TimeSpan.FromSeconds(1.5));
        using var early = await SendAsync(own);
        Assert.Equal((HttpStatusCode.TooManyRequests, "1"), (early.StatusCode, RetryAfter(early)));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(own)).StatusCode);
    }

    [Fact]
    public async Task A_known_key_has_its_own_rate_and_an_unknown_one_none()
    {
        await using var own = await StartAsync();
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await SendAsync(own, "known")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await SendAsync(own, "known")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(own, "invented 1")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(own, "invented 2")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await SendAsync(own, "invented 3")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await SendAsync(own)).StatusCode);
    }

    [Fact]
    public async Task Requests_that_fail_count_and_preflights_do_not()
    {
        await using var own = await StartAsync();
        for (var i = 0; i < 5; i++)
        {
            using var preflight = new HttpRequestMessage(HttpMethod.Options, "/graphql");
            preflight.Headers.Add("Origin", "https://example.org");
            preflight.Headers.Add("Access-Control-Request-Method", "POST");
            using var allowed = await own.Client.SendAsync(preflight, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NoContent, allowed.StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await own.PostAsync("{")).Status);
        Assert.Equal(HttpStatusCode.OK, (await own.PostAsync("{ nothing }")).Status);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}");
        request.Headers.Add("Origin", "https://example.org");
        using var refused = await own.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("*", Assert.Single(refused.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    [Fact]
    public async Task A_large_request_counts_as_several()
    {
        await using var own = await StartAsync();
        using var large = await SendAsync(own, "known", characters: 2 * 4096);
        Assert.Equal(HttpStatusCode.OK, large.StatusCode);
        using var again = await SendAsync(own, "known", characters: 2 * 4096);
        Assert.Equal((HttpStatusCode.TooManyRequests, "2"), (again.StatusCode, RetryAfter(again)));
        Assert.Equal(
            "Too many requests: 60 per minute are allowed, 5 at once; by its size this one counts as 3. Try again in 2 seconds.",
            (await Answer.ReadAsync(again)).Message
        );

        // The refused one has counted as one; what it was told holds for all of it.
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(own, "known", characters: 2 * 4096)).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await SendAsync(own, "known")).StatusCode);
    }

    [Fact]
    public async Task A_request_as_large_as_many_bursts_passes_when_the_client_has_waited()
    {
        await using var own = await StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(own, "known", characters: 100_000)).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await SendAsync(own, "known")).StatusCode);
    }

    [Fact]
    public async Task A_refusal_is_held_back()
    {
        var waiting = new ManualClock();
        await using var own = await StartAsync(waiting, TimeSpan.FromMilliseconds(250));
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(own)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(own)).StatusCode);
        var refused = SendAsync(own);
        await waiting.WaitForTimersAsync(1);
        waiting.Advance(TimeSpan.FromMilliseconds(249));
        Assert.False(refused.IsCompleted);
        waiting.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await refused).StatusCode);
    }

    private Task<EngineServer> StartAsync() => StartAsync(clock, TimeSpan.Zero);

    private Task<EngineServer> StartAsync(TimeProvider time, TimeSpan refusalDelay) =>
        EngineServer.StartAsync(
            server.DataSource.ConnectionString,
            new ServerOptions
            {
                Time = time,
                Http = new GraphQLHttpOptions
                {
                    RateLimits = new RateLimits
                    {
                        RefusalDelay = refusalDelay,
                        Anonymous = new RequestRate(30, 2),
                        Keys = new Dictionary<string, RequestRate> { ["known"] = new(60, 5) },
                    },
                },
            }
        );

    private static string RetryAfter(HttpResponseMessage response) =>
        Assert.Single(response.Headers.GetValues("Retry-After"));

    private static async Task<HttpResponseMessage> SendAsync(EngineServer own, string? key = null, int characters = 0)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query = "{ __typename }" + new string(' ', characters) }),
        };
        if (key is not null)
        {
            request.Headers.Add("x-api-key", key);
        }

        return await own.Client.SendAsync(request);
    }
}
