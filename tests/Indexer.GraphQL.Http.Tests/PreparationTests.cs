using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;

namespace Indexer.GraphQL.Http.Tests;

/// <summary>Requests that are costly to prepare, of a client that may take nothing at once.</summary>
public sealed class PreparationTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    private const int PerSecond = 512 * 1024;
    private const string Post = "POST";
    private const string EventStream = "event stream";
    private const string Socket = "WebSocket";

    private static readonly string Aliases = $"{{ {HostileInputTests.Aliases(1_000, "books { totalCount }")} }}";

    private readonly ManualClock clock = new();
    private readonly TaskCompletionSource<int> asking = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static RateLimits Limits { get; } =
        new()
        {
            Anonymous = new RequestRate(60_000, 1_000),
            Keys = new Dictionary<string, RequestRate> { ["other"] = new(60_000, 1_000) },
            PreparationBytesPerSecond = PerSecond,
            PreparationBytesAtOnce = 1024,
        };

    [Theory]
    [InlineData(Post)]
    [InlineData(EventStream)]
    [InlineData(Socket)]
    public async Task What_is_costly_to_check_waits_for_its_answer(string transport)
    {
        await using var own = await StartAsync();
        var answer = AskAsync(own, transport, Aliases);
        await clock.WaitForTimersAsync(1, RequestRates.LongestWait);
        Assert.False(answer.IsCompleted);
        Assert.Contains("__typename", (await own.PostAsync("{ __typename }")).Text, StringComparison.Ordinal);

        clock.Advance(RequestRates.LongestWait);

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
        var least = TimeSpan.FromSeconds(8.0 * text.Length / PerSecond) - TimeSpan.FromMilliseconds(10);
        var answer = AskAsync(own, transport, text);
        await clock.WaitForTimersAsync(await asking.Task + 1);

        clock.Advance(least);
        Assert.False(answer.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.2));

        Assert.Contains("__typename", await answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_client_takes_keeps_no_other_waiting()
    {
        var rates = new RequestRates(Limits, clock);
        var (one, other) = (Exchange("192.0.2.1"), Exchange("192.0.2.2", "other"));
        var all = Enumerable
            .Range(0, 10)
            .Select(_ => rates.PayForPreparationAsync(one, 10 * PerSecond, CancellationToken.None))
            .ToList();
        Assert.DoesNotContain(all, payment => payment.IsCompleted);
        var owed = rates.PayForPreparationAsync(other, 3 * PerSecond, CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(3));
        await owed;
        Assert.DoesNotContain(all, payment => payment.IsCompleted);
        clock.Advance(RequestRates.LongestWait);
        await Task.WhenAll(all);
    }

    [Fact]
    public void What_is_free_never_waits_and_spends_nothing()
    {
        var rates = new RequestRates(Limits, clock);
        var client = Exchange("192.0.2.1");
        Assert.All(
            Enumerable.Range(0, 10_000),
            _ =>
                Assert.True(
                    rates
                        .PayForPreparationAsync(client, RequestRates.FreePreparation, CancellationToken.None)
                        .IsCompletedSuccessfully
                )
        );
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
        await clock.WaitForTimersAsync(1, RequestRates.LongestWait);
        clock.Advance(RequestRates.LongestWait);
        await clock.WaitForTimersAsync(2, RequestRates.LongestWait);
        clock.Advance(RequestRates.LongestWait);

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
        var costly = $"{{ {fields} }}";
        var first = own.PostAsync(costly);
        await clock.WaitForTimersAsync(1);
        Assert.False(first.IsCompleted);
        clock.Advance(RequestRates.LongestWait);
        Assert.Equal(HttpStatusCode.OK, (await first).Status);

        Assert.Equal(HttpStatusCode.OK, (await own.PostAsync(costly)).Status);
    }

    [Fact]
    public async Task Who_leaves_waits_no_more()
    {
        using var gone = new CancellationTokenSource();
        var payment = new RequestRates(Limits, clock).PayForPreparationAsync(
            Exchange("192.0.2.1"),
            10 * PerSecond,
            gone.Token
        );
        Assert.False(payment.IsCompleted);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => payment);
    }

    private static DefaultHttpContext Exchange(string address, string? key = null)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);
        context.Request.Headers[Limits.KeyHeader] = key;
        return context;
    }

    private Task<EngineServer> StartAsync() =>
        EngineServer.StartAsync(
            server.DataSource.ConnectionString,
            new ServerOptions
            {
                Http = new GraphQLHttpOptions { RateLimits = Limits },
                Time = clock,
            }
        );

    /// <summary>Asks and returns what was answered; tells how many timers there were before.</summary>
    private async Task<string> AskAsync(EngineServer own, string transport, string query)
    {
        if (transport == Socket)
        {
            using var client = await SocketClient.InitialisedAsync(own.Client.BaseAddress!);
            asking.TrySetResult(clock.Made);
            await client.SubscribeAsync("1", query);
            return (await client.HearAsync()).GetRawText();
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql");
        request.Headers.Accept.ParseAdd(transport == EventStream ? "text/event-stream" : "application/json");
        request.Content = JsonContent.Create(new { query });
        asking.TrySetResult(clock.Made);
        return (await own.SendAsync(request)).Text;
    }
}
