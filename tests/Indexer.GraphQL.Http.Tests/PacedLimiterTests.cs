namespace Indexer.GraphQL.Http.Tests;

public sealed class PacedLimiterTests
{
    private readonly StoppedClock clock = new();

    [Fact]
    public void A_burst_passes_at_once_and_then_one_request_each_interval()
    {
        var limiter = new PacedLimiter(new RequestRate(60, 5), clock);
        Assert.All(Enumerable.Range(0, 5), _ => Assert.Null(limiter.Take()));
        for (var second = 0; second < 10; second++)
        {
            Assert.Equal(TimeSpan.FromSeconds(1), Wait(limiter));
            clock.Advance(TimeSpan.FromSeconds(0.75));
            Assert.Equal(TimeSpan.FromSeconds(0.25), Wait(limiter));
            clock.Advance(TimeSpan.FromSeconds(0.25));
            Assert.Null(limiter.Take());
        }
    }

    [Fact]
    public void What_is_saved_by_waiting_ends_at_the_burst()
    {
        var limiter = new PacedLimiter(new RequestRate(60, 3), clock);
        Assert.Null(limiter.Take());
        clock.Advance(TimeSpan.FromDays(400));
        Assert.All(Enumerable.Range(0, 3), _ => Assert.Null(limiter.Take()));
        Assert.NotNull(limiter.Take());
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 1_000_000)]
    [InlineData(7, 3)]
    [InlineData(1_200, 200)]
    [InlineData(10_000_000, 1)]
    public void Who_waits_as_long_as_told_passes_and_a_moment_earlier_does_not(int perMinute, int burst)
    {
        var limiter = new PacedLimiter(new RequestRate(perMinute, burst), clock);
        var random = new Random(perMinute);
        var refusals = 0;
        for (var round = 0; round < 2_000 + burst && refusals < 500; round++)
        {
            if (limiter.Take() is null)
            {
                continue;
            }

            refusals++;
            var wait = Wait(limiter);
            var early = TimeSpan.FromTicks(random.NextInt64(1, Math.Max(2, wait.Ticks)));
            if (early < wait)
            {
                clock.Advance(wait - early);
                Assert.Equal(early.TotalSeconds, Wait(limiter).TotalSeconds, 1e-6);
                clock.Advance(early + TimeSpan.FromTicks(1));
            }
            else
            {
                clock.Advance(wait + TimeSpan.FromTicks(1));
            }

            Assert.Null(limiter.Take());
        }

        Assert.NotEqual(0, refusals);
    }

    [Fact]
    public void In_any_stretch_of_time_no_more_pass_than_the_burst_and_the_rate()
    {
        var random = new Random(5);
        var limiter = new PacedLimiter(new RequestRate(120, 10), clock);
        var passed = new List<double>();
        var now = 0.0;
        for (var round = 0; round < 3_000; round++)
        {
            var step = random.Next(4) == 0 ? random.NextDouble() * 3 : random.NextDouble() * 0.05;
            clock.Advance(TimeSpan.FromSeconds(step));
            now += step;
            if (limiter.Take() is null)
            {
                passed.Add(now);
            }
        }

        for (var from = 0; from < passed.Count; from++)
        {
            for (var to = from; to < Math.Min(passed.Count, from + 300); to++)
            {
                var allowed = 10 + ((passed[to] - passed[from]) * 2);
                Assert.True(to - from + 1 <= allowed + 0.001, $"{to - from + 1} passed where {allowed} may.");
            }
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(9_999_999, 1)]
    [InlineData(10_000_000, 1)]
    [InlineData(10_000_001, 2)]
    [InlineData(600_000_000, 60)]
    public void The_header_has_whole_seconds_that_are_never_too_few(long ticks, long seconds) =>
        Assert.Equal(seconds, RequestRates.Seconds(TimeSpan.FromTicks(ticks)));

    private static TimeSpan Wait(PacedLimiter limiter) => limiter.Take()!.Value;
}
