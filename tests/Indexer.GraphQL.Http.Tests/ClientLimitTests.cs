using System.Net;
using System.Net.Http.Json;

namespace Indexer.GraphQL.Http.Tests;

/// <summary>What one client can take from the others.</summary>
public sealed class ClientLimitTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    private const string Sleeping =
        "select pid from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep' and query like '%pg_sleep(30)%'";

    [Fact]
    public async Task Slow_requests_of_one_client_wait_for_each_other_and_leave_the_rest_to_the_others()
    {
        await using var own = await StartAsync(
            new GraphQLOptions { MaxConcurrentRequestsPerClient = 2, Timeout = TimeSpan.FromSeconds(25) }
        );
        using var gone = new CancellationTokenSource();
        var slow = Enumerable
            .Range(0, 6)
            .Select(i => PostAsync(own, $"{{ slow {{ name{i}: name }} }}", "one", gone.Token))
            .ToList();
        await WaitForSleepersAsync(2);
        slow.Add(PostAsync(own, "{ slow { other: name } }", "other", gone.Token));
        await WaitForSleepersAsync(3);
        using var answer = await PostAsync(own, "{ book(number: 1) { number } }", "other", gone.Token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain(slow, request => request.IsCompleted);
        await WaitForSleepersAsync(3);

        await gone.CancelAsync();
        foreach (var request in slow)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        }

        await WaitForSleepersAsync(0);
    }

    [Fact]
    public async Task Connections_of_one_client_leave_places_to_the_others()
    {
        await using var own = await StartAsync(new GraphQLOptions { MaxStreamsPerClient = 2 });
        using (await FollowAsync(own, "one"))
        using (await FollowAsync(own, "one"))
        {
            using var refused = await FollowAsync(own, "one");
            var answer = await Answer.ReadAsync(refused);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, ErrorCodes.Limit), (answer.Status, answer.Code));
            Assert.Contains("at most 2 are allowed", answer.Message, StringComparison.Ordinal);
            using var other = await FollowAsync(own, "other");
            Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        }
    }

    private static Task<HttpResponseMessage> FollowAsync(EngineServer own, string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query = "subscription { bookAdded(op: \"never\") { op } }" }),
        };
        request.Headers.Add("X-Api-Key", key);
        request.Headers.Accept.ParseAdd("text/event-stream");
        return own.Client.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            TestContext.Current.CancellationToken
        );
    }

    private static async Task<HttpResponseMessage> PostAsync(
        EngineServer own,
        string query,
        string key,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query }),
        };
        request.Headers.Add("X-Api-Key", key);
        return await own.Client.SendAsync(request, cancellationToken);
    }

    private Task<EngineServer> StartAsync(GraphQLOptions options)
    {
        var rate = new RequestRate(60_000, 1_000);
        return EngineServer.StartAsync(
            server.DataSource.ConnectionString,
            new ServerOptions
            {
                Engine = options,
                Http = new GraphQLHttpOptions
                {
                    RateLimits = new RateLimits
                    {
                        Keys = new Dictionary<string, RequestRate> { ["one"] = rate, ["other"] = rate },
                    },
                },
            }
        );
    }

    private async Task WaitForSleepersAsync(int count)
    {
        await using var command = server.DataSource.CreateCommand(
            $"select count(*), pg_sleep(0.02) from ({Sleeping}) s"
        );
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        while ((long)(await command.ExecuteScalarAsync(limit.Token))! != count) { }
    }
}
