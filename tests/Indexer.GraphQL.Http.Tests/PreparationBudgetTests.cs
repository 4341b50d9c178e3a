using Indexer.GraphQL.Execution;

namespace Indexer.GraphQL.Http.Tests;

public sealed class PreparationBudgetTests
{
    private const long MiB = 1024 * 1024;

    private readonly StoppedClock clock = new();

    [Fact]
    public void What_is_free_never_waits_and_spends_nothing()
    {
        var budget = new PreparationBudget(1, clock);
        Assert.All(
            Enumerable.Range(0, 10_000),
            _ => Assert.Equal(TimeSpan.Zero, budget.Charge(PreparationBudget.Free))
        );
        Assert.Equal(TimeSpan.Zero, budget.Charge(PreparationBudget.AtOnce));
    }

    [Fact]
    public void What_comes_at_once_is_free_and_then_everything_is_paid_for()
    {
        var budget = new PreparationBudget(4 * MiB, clock);
        Assert.All(Enumerable.Range(0, 32), _ => Assert.Equal(TimeSpan.Zero, budget.Charge(2 * MiB)));
        Assert.Equal(TimeSpan.FromSeconds(0.5), budget.Charge(2 * MiB));
        Assert.Equal(TimeSpan.FromSeconds(1.5), budget.Charge(4 * MiB));
        clock.Advance(TimeSpan.FromSeconds(1.5));
        Assert.Equal(TimeSpan.FromSeconds(0.5), budget.Charge(2 * MiB));
    }

    [Fact]
    public void After_an_attack_the_honest_do_not_wait_long()
    {
        var budget = new PreparationBudget(4 * MiB, clock);
        Assert.All(
            Enumerable.Range(0, 10_000),
            _ => Assert.InRange(budget.Charge(5 * MiB), TimeSpan.Zero, PreparationBudget.LongestWait)
        );
        Assert.Equal(PreparationBudget.LongestWait, budget.Charge(5 * MiB));
        clock.Advance(PreparationBudget.LongestWait + TimeSpan.FromSeconds(0.5));
        Assert.Equal(TimeSpan.Zero, budget.Charge(2 * MiB));
    }

    [Fact]
    public void What_is_saved_by_waiting_ends_at_what_may_come_at_once()
    {
        var budget = new PreparationBudget(4 * MiB, clock);
        clock.Advance(TimeSpan.FromDays(400));
        Assert.Equal(TimeSpan.Zero, budget.Charge(PreparationBudget.AtOnce));
        Assert.Equal(TimeSpan.FromSeconds(0.5), budget.Charge(2 * MiB));
    }

    [Fact]
    public void Who_waits_for_each_answer_takes_no_more_than_the_share()
    {
        const long PerSecond = 3 * MiB;
        var budget = new PreparationBudget(PerSecond, clock);
        var random = new Random(7);
        var (taken, now) = (0L, 0.0);
        for (var round = 0; round < 10_000; round++)
        {
            var bytes = random.NextInt64(PreparationBudget.Free + 1, 10 * MiB);
            var wait = budget.Charge(bytes).TotalSeconds + (random.Next(5) == 0 ? random.NextDouble() : 0);
            clock.Advance(TimeSpan.FromSeconds(wait));
            now += wait;
            taken += bytes;
            var allowed = PreparationBudget.AtOnce + (PerSecond * now);
            Assert.True(taken <= allowed + 1_000, $"{taken} were taken where {allowed} may.");
        }

        Assert.True(taken > 100 * PreparationBudget.AtOnce);
    }
}
