using System.Text.Json;
using Indexer.GraphQL.Execution;
using Indexer.GraphQL.Postgres.Tests;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Indexer.GraphQL.Http.Tests;

/// <summary>Requests that wait while another has the only turn: each draws a ticket that tells how it was served.</summary>
public sealed class QuickStatementsTests : IClassFixture<GraphQLServer>, IDisposable
{
    private const string Fields = "{ number connection transaction isolation }";
    private const string One = $"query($key: Int, $pause: Float) {{ ticket(key: $key, pause: $pause) {Fields} }}";
    private const string Two =
        $"query($key: Int, $pause: Float) {{ ticket(key: $key, pause: $pause) {Fields} again: ticket(key: $key) {Fields} }}";

    private readonly GraphQLServer server;
    private readonly ManualClock clock = new();
    private readonly LogRecorder log = new();
    private readonly LoggerFactory logging;
    private GraphQLEngine engine;

    public QuickStatementsTests(GraphQLServer server)
    {
        this.server = server;
        logging = new LoggerFactory([log]);
        engine = EngineWith(new GraphQLOptions { MaxConcurrentRequests = 1, QuickStatement = TimeSpan.FromHours(1) });
    }

    public void Dispose()
    {
        engine.Dispose();
        logging.Dispose();
        log.Dispose();
    }

    [Fact]
    public async Task They_share_a_statement_and_those_that_ask_the_same_an_answer()
    {
        var tickets = Tickets(await TogetherAsync(One, 1, 2, 1, 3, 2));

        Assert.Single(tickets.Select(ticket => (ticket.Connection, ticket.Transaction)).Distinct());
        var numbers = tickets.ConvertAll(ticket => ticket.Number);
        Assert.Equal((numbers[0], numbers[1]), (numbers[2], numbers[4]));
        Assert.Equal(3, numbers.Distinct().Count());
        Assert.All(tickets, ticket => Assert.Equal("read committed", ticket.Isolation));
    }

    [Fact]
    public async Task Each_gets_the_answer_to_its_own_values()
    {
        const string Query =
            "query($number: Long!, $pages: Int) { book(number: $number) { title author { books(where: { pages: { neq: $pages } }) { totalCount } } } }";
        var books = server.Data.Books;
        var asked = Enumerable
            .Range(0, books.Count + 2)
            .Select(number => (Number: number, Pages: number % 3 == 0 ? null : books[number % 10].Pages))
            .ToList();
        var answers = await TogetherAsync(
            Query,
            asked.Select(it => (object)new { number = it.Number, pages = it.Pages })
        );

        foreach (var ((number, pages), answer) in asked.Zip(answers))
        {
            var expected = books
                .Where(book => book.Id == number)
                .Select(book => new
                {
                    title = book.Title,
                    author = new
                    {
                        books = new
                        {
                            totalCount = books.Count(it => it.AuthorId == book.AuthorId && it.Pages != pages),
                        },
                    },
                })
                .SingleOrDefault();
            Assert.Equal(
                JsonSerializer.Serialize(new { data = new { book = expected } }),
                JsonSerializer.Serialize(answer)
            );
        }
    }

    [Fact]
    public async Task Lists_of_values_are_asked_for_together_too()
    {
        const string Query = "query($in: [Long!]!) { books(where: { number: { in: $in } }) { nodes { number } } }";
        var asked = Enumerable.Range(1, 12).Select(count => Enumerable.Range(1, count).ToArray()).ToList();
        var answers = await TogetherAsync(Query, asked.Select(it => (object)new { @in = it }));

        foreach (var (numbers, answer) in asked.Zip(answers))
        {
            var nodes = answer.GetProperty("data").GetProperty("books").GetProperty("nodes").EnumerateArray();
            Assert.Equal(numbers, nodes.Select(node => node.GetProperty("number").GetInt32()));
        }
    }

    [Fact]
    public async Task What_is_asked_later_is_answered_anew()
    {
        await AskAsync(One, new { key = 1 });
        var first = Ticket(await AskAsync(One, new { key = 1 }));
        Assert.NotEqual(first.Number, Ticket(await AskAsync(One, new { key = 1 })).Number);
    }

    [Fact]
    public async Task Many_are_all_answered_and_a_herd_at_once()
    {
        var numbers = Tickets(await TogetherAsync(One, [.. Enumerable.Range(1, 40), .. Enumerable.Repeat(50, 500)]))
            .ConvertAll(ticket => ticket.Number);
        Assert.Equal(41, numbers.Distinct().Count());
        Assert.Single(numbers.Skip(40).Distinct());
    }

    [Fact]
    public async Task Work_that_goes_on_stays_on_its_connection()
    {
        var idle = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OpenAsync()));
        foreach (var connection in idle)
        {
            await connection.DisposeAsync();
        }

        // Too many for one message.
        var tickets = Tickets(await TogetherAsync(Two, [.. Enumerable.Range(1, 40)]));
        Assert.Equal(40, tickets.Select(ticket => ticket.Number).Distinct().Count());
        Assert.Single(tickets.Select(ticket => ticket.Connection).Distinct());

        Task<NpgsqlConnection> OpenAsync() => server.DataSource.OpenConnectionAsync().AsTask();
    }

    [Fact]
    public async Task Work_whose_connection_is_cut_goes_on_with_another()
    {
        await AskAsync(Two, new { key = 1, pause = 0 });
        using var gone = new CancellationTokenSource();
        using var hold = await HoldTurnAsync();
        var slow = AskAsync(Two, new { key = 1, pause = 30 }, gone.Token);
        var others = Enumerable.Range(2, 40).Select(key => AskAsync(Two, new { key, pause = 0 })).ToList();
        await hold.CancelAsync();
        await WaitForSleepersAsync(1, "tickets");
        await using var cut = server.DataSource.CreateCommand(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'"
        );
        await cut.ExecuteNonQueryAsync();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow);

        var tickets = Tickets(await Task.WhenAll(others));

        Assert.Equal(40, tickets.Select(ticket => ticket.Number).Distinct().Count());
        Assert.Empty(log.Errors);
    }

    [Fact]
    public async Task Root_fields_read_one_snapshot_and_leave_no_transaction_behind()
    {
        var answers = await TogetherAsync(Two, 1, 2);

        foreach (var answer in answers)
        {
            var (first, second) = (Ticket(answer), Ticket(answer, "again"));
            Assert.Equal(("repeatable read", "repeatable read"), (first.Isolation, second.Isolation));
            Assert.Equal(first.Transaction, second.Transaction);
            Assert.NotEqual(first.Number, second.Number);
        }

        Assert.NotEqual(Ticket(answers[0]).Transaction, Ticket(answers[1]).Transaction);
        Assert.Equal("read committed", Tickets(await TogetherAsync(One, 1))[0].Isolation);
    }

    [Theory]
    [InlineData(One)]
    [InlineData(Two)]
    public async Task One_that_fails_is_told_so_and_the_others_are_answered(string query)
    {
        var answers = await TogetherAsync(query, 1, 0, 2);

        Assert.Equal(2, Tickets([answers[0], answers[2]]).Select(ticket => ticket.Number).Distinct().Count());
        Assert.Equal("null", answers[1].GetProperty("data").GetProperty("ticket").GetRawText());
        var error = answers[1].GetProperty("errors")[0];
        Assert.Equal(ErrorCodes.Input, error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("read committed", Tickets(await TogetherAsync(One, 1))[0].Isolation);
    }

    [Fact]
    public async Task A_slow_one_keeps_the_others_waiting_for_a_moment_only()
    {
        await AskAsync(One, new { key = 1, pause = 0 });
        var gone = new CancellationTokenSource();
        using var hold = await HoldTurnAsync();
        var slow = AskAsync(One, new { key = 1, pause = 30 }, gone.Token);
        var quick = AskAsync(One, new { key = 2, pause = 0 });
        await hold.CancelAsync();
        // Not only until any sleeps: the one that held the turn may do so a moment longer.
        await WaitForSleepersAsync(1, "tickets");

        clock.Advance(QuickStatements.Longest);

        // Each asks for itself now. After three turns before, the slow one may have the fourth; it gives it up.
        await clock.WaitForTimersAsync(4, StatementTurns.Longest);
        clock.Advance(StatementTurns.Longest);
        Assert.NotEqual(0, Ticket(await quick).Number);
        Assert.False(slow.IsCompleted);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow);
        await WaitForSleepersAsync(0);
        Assert.Empty(log.Errors);
        gone.Dispose();
    }

    [Fact]
    public async Task What_is_usually_shared_waits_for_a_worker_rather_than_wakes_another()
    {
        var quick = TimeSpan.FromMilliseconds(50);
        await engine.DisposeAsync();
        engine = EngineWith(new GraphQLOptions { MaxConcurrentRequests = 4, QuickStatement = quick });
        await AskAsync(One, new { key = 1, pause = 0 });
        using var gone = new CancellationTokenSource();
        var slow = new List<Task> { AskSlowAsync(1, gone.Token), AskSlowAsync(2, gone.Token) };
        await WaitForSleepersAsync(2, "tickets");
        // Not known to be shared before this, each of the slow ones woke a worker; now none is left.
        var known = new[] { AskAsync(One, new { key = 3, pause = 0 }), AskAsync(One, new { key = 4, pause = 0 }) };
        clock.Advance(QuickStatements.Longest);
        Assert.Equal(Served(await known[0]), Served(await known[1]));
        await gone.CancelAsync();
        await WaitForSleepersAsync(0, "tickets");

        using var end = new CancellationTokenSource();
        slow.Add(AskSlowAsync(5, end.Token));
        await WaitForSleepersAsync(1, "tickets");
        var waiting = new List<Task<JsonElement>>
        {
            AskAsync(One, new { key = 6, pause = 0 }),
            AskAsync(One, new { key = 7, pause = 0 }),
        };
        clock.Advance(quick);
        waiting.Add(AskAsync(One, new { key = 8, pause = 0 }));

        Assert.Single((await Task.WhenAll(waiting)).Select(Served).Distinct());
        Assert.False(slow[2].IsCompleted);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(slow));
        clock.Advance(QuickStatements.Longest);
        await WaitForSleepersAsync(0);

        Task<JsonElement> AskSlowAsync(int key, CancellationToken cancellation) =>
            AskAsync(One, new { key, pause = 30 }, cancellation);
    }

    [Theory]
    [InlineData(One)]
    [InlineData(Two)]
    public async Task Slow_ones_that_ask_the_same_while_they_wait_have_one_answer(string query)
    {
        await NothingIsQuickAsync();
        var tickets = Tickets(await TogetherAsync(query, 1, 2, 1, 3, 2, 1));

        var numbers = tickets.ConvertAll(ticket => ticket.Number);
        Assert.Equal((numbers[0], numbers[0], numbers[1]), (numbers[2], numbers[5], numbers[4]));
        Assert.Equal(3, tickets.Select(ticket => (ticket.Number, ticket.Transaction)).Distinct().Count());
        Assert.All(await TogetherAsync(query, 1), it => Assert.DoesNotContain(Ticket(it).Number, numbers));
    }

    [Fact]
    public async Task Slow_ones_whose_first_leaves_or_fails_are_answered_all_the_same()
    {
        await NothingIsQuickAsync();
        using var gone = new CancellationTokenSource();
        using var hold = await HoldTurnAsync();
        var left = AskAsync(One, new { key = 1 }, gone.Token);
        var same = new[] { AskAsync(One, new { key = 1 }), AskAsync(One, new { key = 1 }) };
        var failing = new[] { AskAsync(One, new { key = 0 }), AskAsync(One, new { key = 0 }) };
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        await hold.CancelAsync();

        Assert.Single(Tickets(await Task.WhenAll(same)).Select(ticket => ticket.Number).Distinct());
        Assert.All(
            await Task.WhenAll(failing),
            answer =>
                Assert.Equal(
                    ErrorCodes.Input,
                    answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()
                )
        );
    }

    [Fact]
    public async Task One_that_comes_when_a_slow_one_has_begun_is_asked_for_anew()
    {
        await NothingIsQuickAsync(turns: 2);
        using var gone = new CancellationTokenSource();
        var begun = AskAsync(One, new { key = 1, pause = 30 }, gone.Token);
        await WaitForSleepersAsync(1, "tickets");
        using var alsoGone = new CancellationTokenSource();
        var later = AskAsync(One, new { key = 1, pause = 30 }, alsoGone.Token);
        await WaitForSleepersAsync(2, "tickets");

        await gone.CancelAsync();
        await alsoGone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => begun);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => later);
        await WaitForSleepersAsync(0);
    }

    [Fact]
    public async Task One_that_leaves_while_it_waits_is_not_asked_for()
    {
        await AskAsync(One, new { key = 1 });
        using var gone = new CancellationTokenSource();
        using var hold = await HoldTurnAsync();
        var left = AskAsync(One, new { key = 1 }, gone.Token);
        var next = AskAsync(One, new { key = 2 });
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        await hold.CancelAsync();
        var number = Ticket(await next).Number;
        Assert.Equal(number + 1, Ticket(await AskAsync(One, new { key = 3 })).Number);
    }

    [Fact]
    public void Only_the_same_values_are_the_same_question()
    {
        const string Query =
            "query($in: [Long!], $s: String) { books(where: { number: { in: $in }, title: { eq: $s } }) { nodes { number } } }";
        var requests = new object[]
        {
            new { @in = new[] { 1, 2 }, s = "a" },
            new { @in = new[] { 1, 3 }, s = "a" },
            new { @in = new[] { 1 }, s = "a" },
            new { @in = new[] { 1, 2 }, s = "b" },
        };
        for (var one = 0; one < requests.Length; one++)
        {
            for (var other = 0; other < requests.Length; other++)
            {
                var (mine, theirs) = (Quick(Query, requests[one]), Quick(Query, requests[other]));
                Assert.Equal(one == other, mine.AsksTheSameAs(theirs));
                Assert.Equal(one == other, mine.QuestionHash == theirs.QuestionHash);
            }
        }

        Assert.False(
            Quick("{ books { totalCount } }", new { }).AsksTheSameAs(Quick("{ authors { totalCount } }", new { }))
        );
    }

    private WaitingRequest Quick(string query, object variables) =>
        new([.. Prepare(query, variables).Roots], clock, CancellationToken.None);

    private async Task NothingIsQuickAsync(int turns = 1)
    {
        await engine.DisposeAsync();
        engine = EngineWith(new GraphQLOptions { MaxConcurrentRequests = turns, QuickStatement = TimeSpan.Zero });
    }

    private GraphQLEngine EngineWith(GraphQLOptions options) =>
        new(LibrarySchema.Build(), server.DataSource, options, clock, logging.CreateLogger<GraphQLEngine>());

    /// <summary>Asks for tickets.</summary>
    private Task<List<JsonElement>> TogetherAsync(string query, params int[] keys) =>
        TogetherAsync(query, keys.Select(key => (object)new { key }));

    /// <summary>Asks while another request has the only turn; the first one has been asked before.</summary>
    private async Task<List<JsonElement>> TogetherAsync(string query, IEnumerable<object> variables)
    {
        var all = variables.ToList();
        await AskAsync(query, all[0]);
        using var hold = await HoldTurnAsync();
        var asked = all.ConvertAll(it => AskAsync(query, it));
        await hold.CancelAsync();
        return [.. await Task.WhenAll(asked)];
    }

    /// <summary>Takes the only turn until cancelled.</summary>
    private async Task<CancellationTokenSource> HoldTurnAsync()
    {
        var end = new CancellationTokenSource();
        var held = engine.ExecuteAsync(Prepare("{ slow { name } }", new { }), Stream.Null, end.Token);
        await WaitForSleepersAsync(1);
        Assert.False(held.IsCompleted);
        return end;
    }

    private async Task<JsonElement> AskAsync(
        string query,
        object variables,
        CancellationToken cancellationToken = default
    )
    {
        using var output = new MemoryStream();
        await engine.ExecuteAsync(Prepare(query, variables), output, cancellationToken);
        return JsonElement.Parse(output.ToArray());
    }

    private PreparedOperation Prepare(string query, object variables)
    {
        var values = JsonSerializer.SerializeToElement(variables);
        var operation = engine.Prepare(new GraphQLRequest(query, null, values), out var errors);
        return operation ?? throw new InvalidOperationException(errors[0].Message);
    }

    private async Task WaitForSleepersAsync(int count, string statement = "")
    {
        await using var command = server.DataSource.CreateCommand(
            $"select count(*), pg_sleep(0.005) from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep' and query like '%{statement}%'"
        );
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        while ((long)(await command.ExecuteScalarAsync(limit.Token))! != count) { }
    }

    private static List<Drawn> Tickets(IEnumerable<JsonElement> answers) => [.. answers.Select(it => Ticket(it))];

    private static (long Connection, string Transaction) Served(JsonElement answer)
    {
        var ticket = Ticket(answer);
        return (ticket.Connection, ticket.Transaction);
    }

    private static Drawn Ticket(JsonElement answer, string field = "ticket")
    {
        var ticket = answer.GetProperty("data").GetProperty(field);
        return new Drawn(
            ticket.GetProperty("number").GetInt64(),
            ticket.GetProperty("connection").GetInt64(),
            ticket.GetProperty("transaction").GetString()!,
            ticket.GetProperty("isolation").GetString()!
        );
    }

    private sealed record Drawn(long Number, long Connection, string Transaction, string Isolation);
}
