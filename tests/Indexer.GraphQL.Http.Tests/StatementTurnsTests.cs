using Indexer.GraphQL.Execution;

namespace Indexer.GraphQL.Http.Tests;

public sealed class StatementTurnsTests : IDisposable
{
    private readonly ManualClock clock = new();
    private readonly StatementTurns turns;

    public StatementTurnsTests() => turns = new StatementTurns(2, clock);

    public void Dispose() => turns.Dispose();

    [Fact]
    public async Task Who_comes_first_has_the_next_turn()
    {
        var (one, _) = (await BeginAsync(), await BeginAsync());
        var (first, second) = (BeginAsync(), BeginAsync());
        Assert.False(first.IsCompleted || second.IsCompleted);
        one.Dispose();
        var next = await first;
        Assert.False(second.IsCompleted);
        next.Dispose();
        await second;
    }

    [Fact]
    public async Task A_turn_that_lasts_long_is_given_up()
    {
        var (one, two) = (await BeginAsync(), await BeginAsync());
        var (first, second) = (BeginAsync(), BeginAsync());
        clock.Advance(StatementTurns.Longest - TimeSpan.FromTicks(1));
        Assert.False(first.IsCompleted || second.IsCompleted);
        clock.Advance(TimeSpan.FromTicks(1));
        await first;
        await second;
        var third = BeginAsync();
        one.Dispose();
        two.Dispose();
        Assert.False(third.IsCompleted, "The end of a turn that was given up is no second turn.");
        (await first).Dispose();
        await third;
    }

    [Fact]
    public async Task Who_leaves_the_queue_takes_no_turn()
    {
        var (one, _) = (await BeginAsync(), await BeginAsync());
        using var gone = new CancellationTokenSource();
        var first = turns.BeginAsync(gone.Token).AsTask();
        var second = BeginAsync();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        one.Dispose();
        await second;
    }

    private Task<IDisposable> BeginAsync() => turns.BeginAsync(TestContext.Current.CancellationToken).AsTask();
}
