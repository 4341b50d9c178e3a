using System.Threading.Channels;
using Indexer.GraphQL.Execution;

namespace Indexer.GraphQL.Http.Tests;

public sealed class RequestCoalescerTests(GraphQLServer server) : TicketTests(server)
{
    [Theory]
    [InlineData(One)]
    [InlineData(Two)]
    public async Task Those_that_ask_the_same_while_they_wait_have_one_answer(string query)
    {
        var tickets = Tickets(await TogetherAsync(query, 1, 2, 1, 3, 2, 1));

        var numbers = tickets.ConvertAll(ticket => ticket.Number);
        Assert.Equal((numbers[0], numbers[0], numbers[1]), (numbers[2], numbers[5], numbers[4]));
        Assert.Equal(3, tickets.Select(ticket => (ticket.Number, ticket.Transaction)).Distinct().Count());
        Assert.All(await TogetherAsync(query, 1), it => Assert.DoesNotContain(Ticket(it).Number, numbers));
    }

    [Fact]
    public async Task Those_whose_first_leaves_or_fails_are_answered_all_the_same()
    {
        using var gone = new CancellationTokenSource();
        using var hold = await HoldTurnAsync();
        var left = AskAsync(One, new { key = 1 }, gone.Token);
        var steps = new Steps();
        var same = new[] { 1, 2 }.Select(_ => steps.Start(() => AskAsync(One, new { key = 1 }))).ToList();
        var failing = new[] { AskAsync(One, new { key = 0 }), AskAsync(One, new { key = 0 }) };
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        // The turn comes when both have asked anew, and not before.
        await steps.NextAsync();
        await steps.NextAsync();
        await hold.CancelAsync();

        Assert.Single(Tickets(await steps.RunAsync(Task.WhenAll(same))).Select(ticket => ticket.Number).Distinct());
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
    public async Task One_that_comes_when_another_has_begun_is_asked_for_anew()
    {
        await Engine.DisposeAsync();
        Engine = EngineWith(new GraphQLOptions { MaxConcurrentRequests = 2 });
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
                var (mine, theirs) = (Asked(Query, requests[one]), Asked(Query, requests[other]));
                Assert.Equal(one == other, mine.Equals(theirs));
                Assert.Equal(one == other, mine.GetHashCode() == theirs.GetHashCode());
            }
        }

        Assert.NotEqual(Asked("{ books { totalCount } }", new { }), Asked("{ authors { totalCount } }", new { }));
    }

    private Question Asked(string query, object variables) => new(Prepare(query, variables).Roots);

    /// <summary>Takes every step of requests when it is told to: what comes after each of their waits.</summary>
    private sealed class Steps : SynchronizationContext
    {
        private readonly Channel<(SendOrPostCallback Step, object? State)> due = Channel.CreateUnbounded<(
            SendOrPostCallback,
            object?
        )>();

        public override void Post(SendOrPostCallback d, object? state) => due.Writer.TryWrite((d, state));

        /// <summary>Begins something, up to its first wait.</summary>
        public Task<T> Start<T>(Func<Task<T>> begin)
        {
            var before = Current;
            SetSynchronizationContext(this);
            try
            {
                return begin();
            }
            finally
            {
                SetSynchronizationContext(before);
            }
        }

        /// <summary>Takes the next step when it is due.</summary>
        public async Task NextAsync()
        {
            var (step, state) = await due.Reader.ReadAsync(TestContext.Current.CancellationToken);
            await Start(() =>
            {
                step(state);
                return Task.FromResult(true);
            });
        }

        /// <summary>Takes all steps until something is done.</summary>
        public async Task<T> RunAsync<T>(Task<T> done)
        {
            while (!done.IsCompleted)
            {
                var ready = due.Reader.WaitToReadAsync(TestContext.Current.CancellationToken).AsTask();
                if (await Task.WhenAny(done, ready) == ready)
                {
                    await NextAsync();
                }
            }

            return await done;
        }
    }
}
