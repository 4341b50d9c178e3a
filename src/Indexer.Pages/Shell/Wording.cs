using System.Globalization;

namespace Indexer.Pages.Shell;

/// <summary>How pages write what is no number.</summary>
internal static class Wording
{
    private const int Ends = 6;

    /// <summary>An enum value as words: COUNCIL_MOTION is "council motion".</summary>
    public static string Words(string name) => name.Replace('_', ' ').ToLowerInvariant();

    /// <summary>The same with a capital, to begin a line.</summary>
    public static string Title(string name) =>
        name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + Words(name)[1..];

    /// <summary>Both ends of an address or hash.</summary>
    public static string Ends6(string address) =>
        address.Length <= (2 * Ends) + 2 ? address : $"{address[..(Ends + 2)]}…{address[^Ends..]}";

    public static string Day(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Minute(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A time span in its largest unit.</summary>
    public static string Length(TimeSpan span) =>
        span.TotalDays >= 2 ? Counted((long)span.TotalDays, "day")
        : span.TotalHours >= 2 ? Counted((long)span.TotalHours, "hour")
        : span.TotalMinutes >= 2 ? Counted((long)span.TotalMinutes, "minute")
        : Counted((long)span.TotalSeconds, "second");

    public static string Counted(long count, string noun) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{count:N0} {noun}{(count == 1 ? "" : noun.EndsWith('s') ? "es" : "s")}"
        );

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
