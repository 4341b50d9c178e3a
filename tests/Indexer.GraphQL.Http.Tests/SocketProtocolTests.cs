using System.Diagnostics.Metrics;
using System.Net;
using System.Net.WebSockets;

namespace Indexer.GraphQL.Http.Tests;

/// <summary>The rules of graphql-transport-ws, by its PROTOCOL.md.</summary>
public sealed class SocketProtocolTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    private const string Init = """{"type":"connection_init"}""";
    private const string Forever = "subscription { bookAdded(op: \"never\") { op } }";

    public static TheoryData<int, string[]> Violations =>
        new()
        {
            { 4401, ["""{"id":"1","type":"subscribe","payload":{"query":"{ __typename }"}}"""] },
            { 4429, [Init, Init] },
            { 4400, ["no JSON"] },
            { 4400, ["[]"] },
            { 4400, ["""{"type":5}"""] },
            { 4400, ["""{"type":"\ud800"}"""] },
            { 4400, ["""{"type":"start"}"""] },
            { 4400, ["""{"type":"connection_init","payload":{"x-api-key":"\ud800"}}"""] },
            { 4400, [Init, """{"type":"subscribe","payload":{"query":"{ __typename }"}}"""] },
            { 4400, [Init, """{"id":"","type":"subscribe","payload":{"query":"{ __typename }"}}"""] },
            { 4400, [Init, """{"id":"1","type":"subscribe"}"""] },
            { 4400, [Init, """{"id":"1","type":"subscribe","payload":"{ __typename }"}"""] },
            { 4400, [Init, """{"type":"complete"}"""] },
        };

    [Theory, MemberData(nameof(Violations))]
    public async Task A_client_that_breaks_the_protocol_is_closed_with_the_code_of_its_fault(
        int code,
        string[] messages
    )
    {
        using var client = await SocketClient.ConnectAsync(server.Url);
        foreach (var message in messages)
        {
            await client.SayAsync(message);
        }

        Assert.Equal(code, (await client.HearCloseAsync()).Code);
        await server.AssertAliveAsync();
    }

    [Fact]
    public async Task Another_subprotocol_is_not_acceptable()
    {
        using var none = await SocketClient.ConnectAsync(server.Url, protocol: null);
        Assert.Equal(4406, (await none.HearCloseAsync()).Code);
        using var old = await SocketClient.ConnectAsync(server.Url, "graphql-ws");
        Assert.Equal(4406, (await old.HearCloseAsync()).Code);
    }

    [Fact]
    public async Task An_id_in_use_cannot_be_used_again_and_one_that_has_ended_can()
    {
        using var client = await SocketClient.InitialisedAsync(server.Url);
        await client.SubscribeAsync("once", "{ __typename }");
        Assert.Equal("next", (await client.HearAsync()).GetProperty("type").GetString());
        Assert.Equal("complete", (await client.HearAsync()).GetProperty("type").GetString());
        await client.SubscribeAsync("once", "{ __typename }");
        Assert.Equal("next", (await client.HearAsync()).GetProperty("type").GetString());
        Assert.Equal("complete", (await client.HearAsync()).GetProperty("type").GetString());
        await client.SubscribeAsync("once", Forever);
        await client.SubscribeAsync("once", Forever);
        Assert.Equal((4409, "Subscriber for once already exists"), await client.HearCloseAsync());
    }

    [Fact]
    public async Task An_id_is_free_as_soon_as_the_client_has_stopped_it_and_belongs_to_the_new_operation()
    {
        await using var own = await OwnAsync(new GraphQLOptions());
        using (var client = await SocketClient.InitialisedAsync(own.Client.BaseAddress!))
        {
            for (var round = 0; round < 200; round++)
            {
                await client.SubscribeAsync("same", round % 3 == 0 ? "{ book(number: 1) { title } }" : Forever);
                await client.SayAsync("""{"id":"same","type":"complete"}""");
            }

            await client.SubscribeAsync("same", Forever);
            await client.SayAsync("""{"type":"ping"}""");
            while ((await client.HearAsync()).GetProperty("type").GetString() != "pong") { }

            await client.SubscribeAsync("same", Forever);
            Assert.Equal(4409, (await client.HearCloseAsync()).Code);
        }

        Assert.Empty(own.Log.Errors);
    }

    [Fact]
    public async Task A_long_id_is_cut_where_the_close_reason_ends()
    {
        using var client = await SocketClient.InitialisedAsync(server.Url);
        var id = string.Concat(Enumerable.Repeat("😀", 100));
        await client.SubscribeAsync(id, Forever);
        await client.SubscribeAsync(id, Forever);
        Assert.Equal(4409, (await client.HearCloseAsync()).Code);
    }

    [Fact]
    public async Task Pings_are_answered_and_unknown_ids_ignored()
    {
        using var client = await SocketClient.InitialisedAsync(server.Url);
        await client.SayAsync("""{"type":"pong"}""");
        await client.SayAsync("""{"id":"nobody","type":"complete"}""");
        await client.SayAsync("""{"type":"ping","payload":{"a":1}}""");
        Assert.Equal("pong", (await client.HearAsync()).GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_message_is_refused_when_it_is_larger_than_a_body_may_be_or_no_text()
    {
        using var large = await SocketClient.InitialisedAsync(server.Url);
        await large.SayAsync(new string(' ', new GraphQLOptions().MaxBodyBytes + 1));
        Assert.Equal((4400, "A message is larger than 262144 bytes."), await large.HearCloseAsync());
        using var binary = await SocketClient.InitialisedAsync(server.Url);
        await binary.SayAsync(Init, WebSocketMessageType.Binary);
        Assert.Equal((4400, "A message is not text."), await binary.HearCloseAsync());
    }

    [Fact]
    public async Task A_client_that_never_initialises_is_closed()
    {
        await using var own = await OwnAsync(
            new GraphQLOptions { ConnectionInitTimeout = TimeSpan.FromMilliseconds(1) }
        );
        using var client = await SocketClient.ConnectAsync(own.Client.BaseAddress!);
        Assert.Equal((4408, "Connection initialisation timeout"), await client.HearCloseAsync());
    }

    [Fact]
    public async Task Operations_beyond_the_limit_are_refused_one_by_one()
    {
        await using var own = await OwnAsync(new GraphQLOptions { MaxOperationsPerSocket = 2 });
        using var client = await SocketClient.InitialisedAsync(own.Client.BaseAddress!);
        await client.SubscribeAsync("1", Forever);
        await client.SubscribeAsync("2", Forever);
        await client.SubscribeAsync("3", Forever);
        var refusal = await client.HearAsync();
        Assert.Equal(("3", "error"), (refusal.GetProperty("id").GetString(), refusal.GetProperty("type").GetString()));
        Assert.Equal(
            "3 operations would run on this socket; at most 2 are allowed.",
            refusal.GetProperty("payload")[0].GetProperty("message").GetString()
        );
        await client.SayAsync("""{"id":"1","type":"complete"}""");
        await client.SubscribeAsync("4", "{ __typename }");
        Assert.Equal("next", (await client.HearAsync()).GetProperty("type").GetString());
    }

    /// <summary>More than all other tests together refuse on sockets.</summary>
    [Fact]
    public async Task Refused_operations_are_counted()
    {
        const int Sent = 400;
        var counted = 0L;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == "indexer.graphql.refusals")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>(
            (_, value, tags, _) =>
            {
                var texts = tags.ToArray().Select(tag => $"{tag.Key} {tag.Value}").ToHashSet(StringComparer.Ordinal);
                if (texts.SetEquals(["code GRAPHQL_PARSE_FAILED", "transport websocket"]))
                {
                    Interlocked.Add(ref counted, value);
                }
            }
        );
        listener.Start();
        using var client = await SocketClient.InitialisedAsync(server.Url);
        for (var id = 0; id < Sent; id++)
        {
            await client.SubscribeAsync($"{id}", "{");
            Assert.Equal("error", (await client.HearAsync()).GetProperty("type").GetString());
        }

        Assert.InRange(Interlocked.Read(ref counted), Sent, Sent + 100);
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(4, 2 * 4096)]
    public async Task Operations_count_against_the_rate_of_the_client_by_their_size(int burst, int more)
    {
        var rates = new RateLimits { Anonymous = new RequestRate(PerMinute: 1, burst) };
        await using var own = await EngineServer.StartAsync(
            server.DataSource.ConnectionString,
            new ServerOptions
            {
                Http = new GraphQLHttpOptions { RateLimits = rates },
                Time = new StoppedClock(),
            }
        );
        using var client = await SocketClient.InitialisedAsync(own.Client.BaseAddress!);
        await client.SubscribeAsync("1", $"{{ __typename }}{new string(' ', more)}");
        Assert.Equal("next", (await client.HearAsync()).GetProperty("type").GetString());
        Assert.Equal("complete", (await client.HearAsync()).GetProperty("type").GetString());
        await client.SubscribeAsync("2", "{ __typename }");
        var refusal = (await client.HearAsync()).GetProperty("payload")[0];
        Assert.Equal(ErrorCodes.RateLimit, refusal.GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_refusal_is_held_back_and_nothing_else()
    {
        var clock = new ManualClock();
        var delay = TimeSpan.FromMilliseconds(777);
        var rates = new RateLimits { Anonymous = new RequestRate(PerMinute: 1, Burst: 2), RefusalDelay = delay };
        await using var own = await EngineServer.StartAsync(
            server.DataSource.ConnectionString,
            new ServerOptions
            {
                Engine = new GraphQLOptions { MaxOperationsPerSocket = 2 },
                Http = new GraphQLHttpOptions { RateLimits = rates },
                Time = clock,
            }
        );
        using var client = await SocketClient.InitialisedAsync(own.Client.BaseAddress!);
        await client.SubscribeAsync("runs", Forever);
        await client.SubscribeAsync("stopped", "{ __typename }");
        await clock.WaitForTimersAsync(1, delay);
        await client.SayAsync("""{"type":"ping"}""");
        Assert.Equal("pong", (await client.HearAsync()).GetProperty("type").GetString());

        await client.SayAsync("""{"id":"stopped","type":"complete"}""");
        await client.SubscribeAsync("waits", "{ __typename }");
        await client.SubscribeAsync("without a place", "{ __typename }");
        await client.SayAsync("""{"type":"ping"}""");
        await clock.WaitForTimersAsync(3, delay);
        clock.Advance(delay);
        string[] heard = [await HearAsync(), await HearAsync(), await HearAsync()];
        Assert.Equal(["pong", "waits RATE_LIMITED", "without a place RATE_LIMITED"], heard.Order());
        Assert.True(Array.IndexOf(heard, "without a place RATE_LIMITED") < Array.IndexOf(heard, "pong"));

        async Task<string> HearAsync()
        {
            var message = await client.HearAsync();
            return message.TryGetProperty("id", out var id)
                ? $"{id} {message.GetProperty("payload")[0].GetProperty("extensions").GetProperty("code")}"
                : $"{message.GetProperty("type")}";
        }
    }

    [Fact]
    public async Task A_client_may_name_its_key_when_it_initialises()
    {
        var slow = new RequestRate(PerMinute: 1, Burst: 1);
        var rates = new RateLimits
        {
            Anonymous = slow,
            Keys = new Dictionary<string, RequestRate> { ["known"] = new(60, 10) },
        };
        await using var own = await EngineServer.StartAsync(
            server.DataSource.ConnectionString,
            new ServerOptions
            {
                Http = new GraphQLHttpOptions { RateLimits = rates },
                Time = new StoppedClock(),
            }
        );
        using var client = await SocketClient.ConnectAsync(own.Client.BaseAddress!);
        await client.SayAsync("""{"type":"connection_init","payload":{"x-api-key":"known","a":{"b":1}}}""");
        await client.HearAsync();
        for (var round = 0; round < 5; round++)
        {
            await client.SubscribeAsync($"{round}", "{ __typename }");
            Assert.Equal("next", (await client.HearAsync()).GetProperty("type").GetString());
            Assert.Equal("complete", (await client.HearAsync()).GetProperty("type").GetString());
        }
    }

    [Fact]
    public async Task No_more_clients_are_taken_than_the_limit()
    {
        await using var own = await OwnAsync(new GraphQLOptions { MaxStreams = 1 });
        using (await SocketClient.InitialisedAsync(own.Client.BaseAddress!))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}");
            request.Headers.Accept.ParseAdd("text/event-stream");
            var answer = await own.SendAsync(request);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, ErrorCodes.Limit), (answer.Status, answer.Code));
        }
    }

    private Task<EngineServer> OwnAsync(GraphQLOptions options) =>
        EngineServer.StartAsync(server.DataSource.ConnectionString, new ServerOptions { Engine = options });
}
