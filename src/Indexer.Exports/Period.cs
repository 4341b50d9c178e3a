using System.Globalization;

namespace Indexer.Exports;

/// <summary>Times as people write the begin and the end of a period.</summary>
public static class Period
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd",
        "yyyy-MM-ddTHH:mmK",
        "yyyy-MM-ddTHH:mm:ssK",
        "yyyy-MM-ddTHH:mm:ss.FFFFFFK",
    ];

    /// <summary>Reads a date (its first moment) or an instant, in UTC where it says nothing else.</summary>
    /// <param name="name">What is read, for the message.</param>
    /// <param name="text">For example 2024-12-31 or 2024-12-31T18:00:00Z; null is null.</param>
    /// <exception cref="ExportException">It is neither.</exception>
    public static DateTimeOffset? Parse(string name, string? text) =>
        text is null ? null
        : DateTimeOffset.TryParseExact(
            text,
            Forms,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var time
        )
            ? time.ToUniversalTime()
        : throw new ExportException(
            $"{name} is '{text}'; write a date such as 2024-12-31 or an instant such as 2024-12-31T18:00:00Z (UTC)."
        );

    /// <summary>An instant as text.</summary>
    public static string Text(DateTimeOffset time) => Text(time.UtcDateTime);

    /// <summary>An instant in UTC as text.</summary>
    internal static string Text(DateTime utc) =>
        utc.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFF", CultureInfo.InvariantCulture) + "Z";
}
