using System.Text.Json;
using Indexer.GraphQL.Execution;
using Indexer.GraphQL.Postgres.Tests;
using Microsoft.Extensions.Logging;

namespace Indexer.GraphQL.Http.Tests;

/// <summary>Requests that wait while another has the only turn: each draws a ticket that tells how it was served.</summary>
public abstract class TicketTests : IClassFixture<GraphQLServer>, IDisposable
{
    private const string Fields = "{ number connection transaction isolation }";
    private protected const string One =
        $"query($key: Int, $pause: Float) {{ ticket(key: $key, pause: $pause) {Fields} }}";
    private protected const string Two =
        $"query($key: Int, $pause: Float) {{ ticket(key: $key, pause: $pause) {Fields} again: ticket(key: $key) {Fields} }}";

    private readonly LoggerFactory logging;

    private protected TicketTests(GraphQLServer server)
    {
        Server = server;
        logging = new LoggerFactory([Log]);
        Engine = EngineWith(new GraphQLOptions { MaxConcurrentRequests = 1 });
    }

    private protected GraphQLServer Server { get; }

    private protected ManualClock Clock { get; } = new();

    private protected LogRecorder Log { get; } = new();

    private protected GraphQLEngine Engine { get; set; }

    public void Dispose()
    {
        Engine.Dispose();
        logging.Dispose();
        Log.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected GraphQLEngine EngineWith(GraphQLOptions options) =>
        new(LibrarySchema.Build(), Server.DataSource, options, Clock, logging.CreateLogger<GraphQLEngine>());

    /// <summary>Asks for tickets.</summary>
    private protected Task<List<JsonElement>> TogetherAsync(string query, params int[] keys) =>
        TogetherAsync(query, keys.Select(key => (object)new { key }));

    /// <summary>Asks while another request has the only turn; the first one has been asked before.</summary>
    private protected async Task<List<JsonElement>> TogetherAsync(string query, IEnumerable<object> variables)
    {
        var all = variables.ToList();
        await AskAsync(query, all[0]);
        using var hold = await HoldTurnAsync();
        var asked = all.ConvertAll(it => AskAsync(query, it));
        await hold.CancelAsync();
        return [.. await Task.WhenAll(asked)];
    }

    /// <summary>Takes the only turn until cancelled.</summary>
    private protected async Task<CancellationTokenSource> HoldTurnAsync()
    {
        var end = new CancellationTokenSource();
        var held = Engine.ExecuteAsync(Prepare("{ slow { name } }", new { }), Stream.Null, end.Token);
        await WaitForSleepersAsync(1);
        Assert.False(held.IsCompleted);
        return end;
    }

    private protected async Task<JsonElement> AskAsync(
        string query,
        object variables,
        CancellationToken cancellationToken = default
    )
    {
        using var output = new MemoryStream();
        await Engine.ExecuteAsync(Prepare(query, variables), output, cancellationToken);
        return JsonElement.Parse(output.ToArray());
    }

    private protected PreparedOperation Prepare(string query, object variables)
    {
        var values = JsonSerializer.SerializeToElement(variables);
        var operation = Engine.Prepare(new GraphQLRequest(query, null, values), out var errors);
        return operation ?? throw new InvalidOperationException(errors[0].Message);
    }

    private protected async Task WaitForSleepersAsync(int count, string statement = "")
    {
        await using var command = Server.DataSource.CreateCommand(
            $"select count(*), pg_sleep(0.005) from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep' and query like '%{statement}%'"
        );
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        while ((long)(await command.ExecuteScalarAsync(limit.Token))! != count) { }
    }

    private protected static List<Drawn> Tickets(IEnumerable<JsonElement> answers) =>
        [.. answers.Select(it => Ticket(it))];

    private protected static Drawn Ticket(JsonElement answer, string field = "ticket")
    {
        var ticket = answer.GetProperty("data").GetProperty(field);
        return new Drawn(
            ticket.GetProperty("number").GetInt64(),
            ticket.GetProperty("connection").GetInt64(),
            ticket.GetProperty("transaction").GetString()!,
            ticket.GetProperty("isolation").GetString()!
        );
    }

    private protected sealed record Drawn(long Number, long Connection, string Transaction, string Isolation);
}
