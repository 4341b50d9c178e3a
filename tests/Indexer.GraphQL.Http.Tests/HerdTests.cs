namespace Indexer.GraphQL.Http.Tests;

/// <summary>Requests of which none is quick.</summary>
public sealed class HerdTests(GraphQLServer server) : TicketTests(server)
{
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

    private async Task NothingIsQuickAsync(int turns = 1)
    {
        await Engine.DisposeAsync();
        Engine = EngineWith(new GraphQLOptions { MaxConcurrentRequests = turns, QuickStatement = TimeSpan.Zero });
    }
}
