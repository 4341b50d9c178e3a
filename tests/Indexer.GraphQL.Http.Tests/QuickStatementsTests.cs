using System.Text.Json;
using Indexer.GraphQL.Execution;
using Npgsql;

namespace Indexer.GraphQL.Http.Tests;

/// <summary>Quick requests, answered together.</summary>
public sealed class QuickStatementsTests(GraphQLServer server) : TicketTests(server)
{
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
        var books = Server.Data.Books;
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

        Task<NpgsqlConnection> OpenAsync() => Server.DataSource.OpenConnectionAsync().AsTask();
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
        await using var cut = Server.DataSource.CreateCommand(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'"
        );
        await cut.ExecuteNonQueryAsync();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow);

        var tickets = Tickets(await Task.WhenAll(others));

        Assert.Equal(40, tickets.Select(ticket => ticket.Number).Distinct().Count());
        Assert.Empty(Log.Errors);
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

        Clock.Advance(QuickStatements.Longest);

        // Each asks for itself now. After three turns before, the slow one may have the fourth; it gives it up.
        await Clock.WaitForTimersAsync(4, StatementTurns.Longest);
        Clock.Advance(StatementTurns.Longest);
        Assert.NotEqual(0, Ticket(await quick).Number);
        Assert.False(slow.IsCompleted);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow);
        await WaitForSleepersAsync(0);
        Assert.Empty(Log.Errors);
        gone.Dispose();
    }

    [Fact]
    public async Task What_is_usually_shared_waits_for_a_worker_rather_than_wakes_another()
    {
        var quick = TimeSpan.FromMilliseconds(50);
        await Engine.DisposeAsync();
        Engine = EngineWith(new GraphQLOptions { MaxConcurrentRequests = 4, QuickStatement = quick });
        await AskAsync(One, new { key = 1, pause = 0 });
        using var gone = new CancellationTokenSource();
        var slow = new List<Task> { AskSlowAsync(1, gone.Token), AskSlowAsync(2, gone.Token) };
        await WaitForSleepersAsync(2, "tickets");
        // Not known to be shared before this, each of the slow ones woke a worker; now none is left.
        var known = new[] { AskAsync(One, new { key = 3, pause = 0 }), AskAsync(One, new { key = 4, pause = 0 }) };
        Clock.Advance(QuickStatements.Longest);
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
        Clock.Advance(quick);
        waiting.Add(AskAsync(One, new { key = 8, pause = 0 }));

        Assert.Single((await Task.WhenAll(waiting)).Select(Served).Distinct());
        Assert.False(slow[2].IsCompleted);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(slow));
        Clock.Advance(QuickStatements.Longest);
        await WaitForSleepersAsync(0);

        Task<JsonElement> AskSlowAsync(int key, CancellationToken cancellation) =>
            AskAsync(One, new { key, pause = 30 }, cancellation);
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
        new([.. Prepare(query, variables).Roots], Clock, CancellationToken.None);

    private static (long Connection, string Transaction) Served(JsonElement answer)
    {
        var ticket = Ticket(answer);
        return (ticket.Connection, ticket.Transaction);
    }
}
