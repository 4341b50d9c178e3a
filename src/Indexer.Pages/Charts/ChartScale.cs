using System.Globalization;

namespace Indexer.Pages.Charts;

/// <summary>From values and times to places in the drawing.</summary>
internal sealed class ChartScale
{
    public const double Width = 720;
    public const double Height = 240;
    public const double Top = 22;
    public const double Bottom = 212;
    private const int Steps = 4;
    private const int MaxTicks = 5;
    private static readonly double[] Factors = [1, 2, 2.5, 5, 10];

    private readonly DateTimeOffset from;
    private readonly double span;

    /// <summary>Makes a scale from zero to a round value above the largest.</summary>
    /// <param name="times">The times, ascending; at least one.</param>
    /// <param name="largest">The largest value.</param>
    public ChartScale(IReadOnlyList<DateTimeOffset> times, double largest)
    {
        from = times[0];
        span = Math.Max(1, (times[^1] - from).TotalSeconds);
        Step = Round(Math.Max(largest, double.Epsilon) / Steps);
        Limit = Step * Math.Max(1, Math.Ceiling(largest / Step));
    }

    /// <summary>Between two lines of the grid.</summary>
    public double Step { get; }

    /// <summary>The value at the top.</summary>
    public double Limit { get; }

    /// <summary>Times to write below the drawing, evenly apart, each with room to its right.</summary>
    public IEnumerable<DateTimeOffset> TimeTicks =>
        Enumerable.Range(0, MaxTicks).Select(tick => from.AddSeconds(span * tick / MaxTicks));

    public IEnumerable<double> ValueTicks
    {
        get
        {
            for (var value = Step; value <= Limit * 1.0001; value += Step)
            {
                yield return value;
            }
        }
    }

    public double X(DateTimeOffset time) => Math.Clamp((time - from).TotalSeconds / span, 0, 1) * Width;

    public double Y(double value) => Bottom - (value / Limit * (Bottom - Top));

    /// <summary>A coordinate in as few characters as do.</summary>
    public static string At(double place) => place.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A value beside the grid: 1.5 M, 20 k, 0.25.</summary>
    public static string Brief(double value) =>
        value >= 1e9 ? Shorten(value / 1e9, " bn")
        : value >= 1e6 ? Shorten(value / 1e6, " M")
        : value >= 1e4 ? Shorten(value / 1e3, " k")
        : value.ToString(value >= 1 ? "#,0.##" : "0.####", CultureInfo.InvariantCulture);

    public string TimeText(DateTimeOffset time) =>
        time.UtcDateTime.ToString(span > 400 * 86_400.0 ? "yyyy-MM" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Shorten(double value, string unit) =>
        value.ToString("0.##", CultureInfo.InvariantCulture) + unit;

    /// <summary>The next of 1, 2, 2.5, 5 times a power of ten.</summary>
    private static double Round(double step)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        return power * Factors.First(factor => factor * power >= step * 0.9999);
    }
}
