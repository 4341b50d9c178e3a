using System.Buffers.Text;
using System.Text.Json;
using Indexer.GraphQL.Planning;
using Indexer.GraphQL.Postgres.Tests;
using Indexer.GraphQL.Types;
using Npgsql;

namespace Indexer.GraphQL.Http.Tests;

/// <summary>Subscriptions as the clients graphql-ws and graphql-sse see them.</summary>
public sealed class SubscriptionTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    private const string Added =
        "subscription ($op: String, $after: String) { bookAdded(op: $op, after: $after) { op cursor book { number } } }";

    public static TheoryData<string> Transports => ["ws", "sse"];

    [Theory, MemberData(nameof(Transports))]
    public async Task Messages_come_in_order_and_go_on_after_a_cursor(string transport)
    {
        var op = $"order {transport}";
        await using var client = await LiveClient.StartAsync(
            server.Url,
            transport,
            Operation("live", Added, new { op, after = await BeginAsync(op) })
        );
        await client.GoAsync("live");
        await HearBeginAsync(client, "live");
        await StepAsync(op, 2, 4);
        await StepAsync("another", 5, 6);
        await StepAsync(op, 7, 7);
        var heard = new List<JsonElement>();
        while (heard.Count < 4)
        {
            heard.Add(Message(await client.HearAsync(), "live"));
        }

        Assert.Equal([2, 3, 4, 7], heard.Select(Number));

        var after = heard[1].GetProperty("cursor").GetString();
        await using var late = await LiveClient.StartAsync(
            server.Url,
            transport,
            Operation("late", Added, new { op, after })
        );
        await late.GoAsync("late");
        Assert.Equal(heard[2].GetRawText(), Message(await late.HearAsync(), "late").GetRawText());
        Assert.Equal(heard[3].GetRawText(), Message(await late.HearAsync(), "late").GetRawText());
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task A_refused_operation_is_told_why_and_the_client_goes_on(string transport)
    {
        await using var client = await LiveClient.StartAsync(
            server.Url,
            transport,
            Operation("wrong", "subscription { nope }"),
            Operation("query", "{ book(number: 1) { number } }")
        );
        await client.GoAsync("wrong");
        var errors = Errors(await client.HearAsync());
        Assert.Equal(
            "Cannot query field \"nope\" on type \"Subscription\".",
            errors[0].GetProperty("message").GetString()
        );
        if (transport == "sse")
        {
            Assert.True((await client.HearAsync()).GetProperty("complete").GetBoolean());
        }

        await client.GoAsync("query");
        var answer = (await client.HearAsync()).GetProperty("next");
        Assert.Equal(1, answer.GetProperty("data").GetProperty("book").GetProperty("number").GetInt32());
        Assert.True((await client.HearAsync()).GetProperty("complete").GetBoolean());
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task An_unsubscribed_client_hears_no_more(string transport)
    {
        var op = $"stop {transport}";
        await using var client = await LiveClient.StartAsync(
            server.Url,
            transport,
            Operation("left", Added, new { op, after = await BeginAsync(op) }),
            Operation("kept", Added, new { op, after = await BeginAsync(op) })
        );
        await client.GoAsync("left");
        await HearBeginAsync(client, "left");
        await HearBeginAsync(client, "left");
        await client.StopAsync("left");
        Assert.True((await client.HearAsync()).GetProperty("complete").GetBoolean());
        await client.GoAsync("kept");
        await HearBeginAsync(client, "kept");
        await StepAsync(op, 9, 9);
        Assert.Equal(9, Number(Message(await client.HearAsync(), "kept")));
    }

    [Fact]
    public async Task A_subscription_as_a_plain_request_is_told_how_to_ask()
    {
        var answer = await server.PostAsync(new { query = "subscription { bookAdded { op } }" });
        Assert.Equal(
            "A subscription needs a WebSocket (graphql-transport-ws) or Accept: text/event-stream.",
            answer.Message
        );
    }

    [Fact]
    public async Task A_subscriber_outlives_a_lost_connection_to_the_database()
    {
        // Named, so that only its own connections are cut and not those that other tests share.
        const string Name = "cut";
        await using var own = await EngineServer.StartAsync(
            new NpgsqlConnectionStringBuilder(server.DataSource.ConnectionString)
            {
                ApplicationName = Name,
            }.ConnectionString,
            TimeSpan.FromSeconds(25)
        );
        await using var client = await LiveClient.StartAsync(
            new Uri(own.Client.BaseAddress!, "/graphql"),
            "ws",
            Operation("live", Added, new { op = "lost", after = await BeginAsync("lost") })
        );
        await client.GoAsync("live");
        await HearBeginAsync(client, "live");
        await ExecuteAsync(
            $"select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = '{Name}'"
        );
        await StepAsync("lost", 8, 8);
        Assert.Equal(8, Number(Message(await client.HearAsync(), "live")));
    }

    private static object Operation(string id, string query, object? variables = null) =>
        new
        {
            id,
            query,
            variables,
        };

    private static JsonElement Message(JsonElement heard, string id)
    {
        Assert.True(
            heard.TryGetProperty("next", out var next) && heard.GetProperty("id").GetString() == id,
            $"{heard}"
        );
        return next.GetProperty("data").GetProperty("bookAdded");
    }

    private static int Number(JsonElement message) => message.GetProperty("book").GetProperty("number").GetInt32();

    private static JsonElement Errors(JsonElement heard) =>
        heard.TryGetProperty("error", out var error) ? error : heard.GetProperty("next").GetProperty("errors");

    /// <summary>A cursor before a first step with book 1: whoever follows after it hears of that book once it follows.</summary>
    private async Task<string> BeginAsync(string op)
    {
        await StepAsync(op, 1, 1);
        await using var last = server.DataSource.CreateCommand(
            $"select max(number)::text from steps where op = '{op}'"
        );
        var message = (ObjectType)LibrarySchema.Build().Subscription!.Find("bookAdded")!.Type.Named;
        string[] cursor = [Ordering.ByKey(message).Fingerprint, (string)(await last.ExecuteScalarAsync())!, "0"];
        return Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(cursor));
    }

    private static async Task HearBeginAsync(LiveClient client, string id) =>
        Assert.Equal(1, Number(Message(await client.HearAsync(), id)));

    private Task StepAsync(string op, int from, int to) =>
        ExecuteAsync(
            $"with step as (insert into steps (op, from_book, to_book) values ('{op}', {from}, {to})) select pg_notify('steps', '')"
        );

    private async Task ExecuteAsync(string sql)
    {
        // Unpooled, and locked, because steps must become visible in their order.
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(server.DataSource.ConnectionString) { Pooling = false }.ConnectionString
        );
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var locking = new NpgsqlCommand("select pg_advisory_xact_lock(1)", connection, transaction))
        {
            await locking.ExecuteNonQueryAsync();
        }

        await using (var command = new NpgsqlCommand(sql, connection, transaction))
        {
            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }
}
