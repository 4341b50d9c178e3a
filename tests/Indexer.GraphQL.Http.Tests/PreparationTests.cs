using System.Net.Http.Json;
using Indexer.GraphQL.Execution;

namespace Indexer.GraphQL.Http.Tests;

/// <summary>Requests that are costly to prepare, when others have taken what may be taken at once.</summary>
public sealed class PreparationTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    private const int PerSecond = 1024 * 1024;
    private const string Post = "POST";
    private const string EventStream = "event stream";
    private const string Socket = "WebSocket";

    private static readonly string Aliases = $"{{ {HostileInputTests.Aliases(1_000, "books { totalCount }")} }}";

    private readonly ManualClock clock = new();

    [Theory]
    [InlineData(Post)]
    [InlineData(EventStream)]
    [InlineData(Socket)]
    public async Task What_is_costly_to_check_waits_for_its_answer(string transport)
    {
        await using var own = await StartAsync();
        var answer = AskAsync(own, transport, Aliases);
        await clock.WaitForTimersAsync(1);
        Assert.False(answer.IsCompleted);
        Assert.Contains("__typename", await AskAsync(own, transport, "{ __typename }"), StringComparison.Ordinal);

        clock.Advance(PreparationBudget.LongestWait);

        Assert.Contains("1000 aliases", await answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Post)]
    [InlineData(EventStream)]
    [InlineData(Socket)]
    public async Task What_is_large_waits_before_it_is_read(string transport)
    {
        await using var own = await StartAsync();
        var text = "{ __typename }".PadRight(200_000);
        var least = TimeSpan.FromSeconds(8.0 * text.Length / PerSecond);
        var answer = AskAsync(own, transport, text);
        await clock.WaitForTimersAsync(1);

        clock.Advance(least - TimeSpan.FromMilliseconds(1));
        Assert.False(answer.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Contains("__typename", await answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_on_a_WebSocket_cannot_leave_before_it_has_paid()
    {
        await using var own = await StartAsync();
        using var client = await SocketClient.InitialisedAsync(own.Client.BaseAddress!);
        await client.SubscribeAsync("costly", Aliases);
        await client.SayAsync("""{"id":"costly","type":"complete"}""");
        await client.SubscribeAsync("next", Aliases.Replace("totalCount", "__typename", StringComparison.Ordinal));
        await client.SayAsync("""{"type":"ping"}""");
        await clock.WaitForTimersAsync(1);
        clock.Advance(PreparationBudget.LongestWait);
        await clock.WaitForTimersAsync(2);
        clock.Advance(PreparationBudget.LongestWait);

        Assert.Equal("costly", (await client.HearAsync()).GetProperty("id").GetString());
        Assert.Equal("next", (await client.HearAsync()).GetProperty("id").GetString());
        Assert.Equal("pong", (await client.HearAsync()).GetProperty("type").GetString());
    }

    [Fact]
    public async Task What_is_known_waits_no_more()
    {
        await using var own = await StartAsync();
        var fields = HostileInputTests.Aliases(
            45,
            "books(first: 1) { totalCount nodes { title pages author { name } } }"
        );
        var costly = new GraphQLRequest($"{{ {fields} }}");
        var engine = own.Engine;
        var first = engine.PrepareAsync(costly, CancellationToken.None).AsTask();
        Assert.False(first.IsCompleted);
        clock.Advance(PreparationBudget.LongestWait);
        Assert.Empty((await first).Errors);

        Assert.True(engine.PrepareAsync(costly, CancellationToken.None).AsTask().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Who_leaves_waits_no_more()
    {
        await using var own = await StartAsync();
        using var gone = new CancellationTokenSource();
        var answer = own.Engine.PrepareAsync(new GraphQLRequest(Aliases), gone.Token).AsTask();
        Assert.False(answer.IsCompleted);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
    }

    private async Task<EngineServer> StartAsync()
    {
        var own = await EngineServer.StartAsync(
            server.DataSource.ConnectionString,
            new ServerOptions
            {
                Engine = new GraphQLOptions { PreparationBytesPerSecond = PerSecond },
                EngineTime = clock,
            }
        );
        Assert.Equal(TimeSpan.Zero, own.Engine.Budget.Charge(PreparationBudget.AtOnce));
        return own;
    }

    /// <summary>Asks and returns what was answered.</summary>
    private static async Task<string> AskAsync(EngineServer own, string transport, string query)
    {
        switch (transport)
        {
            case Socket:
                using (var client = await SocketClient.InitialisedAsync(own.Client.BaseAddress!))
                {
                    await client.SubscribeAsync("1", query);
                    return (await client.HearAsync()).GetRawText();
                }

            default:
                using (var request = new HttpRequestMessage(HttpMethod.Post, "/graphql"))
                {
                    request.Headers.Accept.ParseAdd(
                        transport == EventStream ? "text/event-stream" : "application/json"
                    );
                    request.Content = JsonContent.Create(new { query });
                    return (await own.SendAsync(request)).Text;
                }
        }
    }
}
