namespace Indexer.GraphQL.Http.Tests;

/// <summary>A limiter that is paid after the fact, in KiB of what it took to prepare requests.</summary>
public sealed class PacedDebtTests
{
    private const long MiB = 1024;
    private const long AtOnce = 64 * MiB;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private readonly StoppedClock clock = new();

    [Fact]
    public void What_comes_at_once_is_free_and_then_everything_is_paid_for()
    {
        var limiter = PerSecond(4 * MiB);
        Assert.All(Enumerable.Range(0, 32), _ => Assert.Equal(0, Owe(limiter, 2 * MiB)));
        Assert.Equal(0.5, Owe(limiter, 2 * MiB), precision: 3);
        Assert.Equal(1.5, Owe(limiter, 4 * MiB), precision: 3);
        clock.Advance(TimeSpan.FromSeconds(1.5));
        Assert.Equal(0.5, Owe(limiter, 2 * MiB), precision: 3);
    }

    [Fact]
    public void After_an_attack_nobody_waits_long()
    {
        var limiter = PerSecond(4 * MiB);
        Assert.All(Enumerable.Range(0, 10_000), _ => Assert.InRange(Owe(limiter, 5 * MiB), 0, Longest.TotalSeconds));
        Assert.Equal(Longest.TotalSeconds, Owe(limiter, 5 * MiB));
        clock.Advance(Longest + TimeSpan.FromSeconds(0.5));
        Assert.Equal(0, Owe(limiter, 2 * MiB));
    }

    [Fact]
    public void What_is_saved_by_waiting_ends_at_what_may_come_at_once()
    {
        var limiter = PerSecond(4 * MiB);
        clock.Advance(TimeSpan.FromDays(400));
        Assert.Equal(0, Owe(limiter, AtOnce));
        Assert.Equal(0.5, Owe(limiter, 2 * MiB), precision: 3);
    }

    [Fact]
    public void Who_waits_for_each_answer_takes_no_more_than_the_share()
    {
        const long Rate = 3 * MiB;
        var limiter = PerSecond(Rate);
        var random = new Random(7);
        var (taken, now) = (0L, 0.0);
        for (var round = 0; round < 10_000; round++)
        {
            var amount = random.NextInt64(MiB + 1, 10 * MiB);
            var wait = Owe(limiter, amount) + (random.Next(5) == 0 ? random.NextDouble() : 0);
            clock.Advance(TimeSpan.FromSeconds(wait));
            now += wait;
            taken += amount;
            var allowed = AtOnce + (Rate * now * 1.00001);
            Assert.True(taken <= allowed + 1, $"{taken} were taken where {allowed} may.");
        }

        Assert.True(taken > 100 * AtOnce);
    }

    private PacedLimiter PerSecond(long rate) => new(new RequestRate((int)(60 * rate), (int)AtOnce), clock);

    private static double Owe(PacedLimiter limiter, long amount) => limiter.Owe(amount, Longest).TotalSeconds;
}
