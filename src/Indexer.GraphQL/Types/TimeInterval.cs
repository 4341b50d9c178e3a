namespace Indexer.GraphQL.Types;

/// <summary>The enum of stretches of the calendar, whose SQL values are the fields of PostgreSQL's <c>date_trunc</c>.</summary>
public static class TimeInterval
{
    /// <summary>The enum.</summary>
    public static EnumType Type { get; } =
        new(
            "TimeInterval",
            "A stretch of the calendar in UTC.",
            [
                new EnumValue("HOUR", "A full hour.", "hour"),
                new EnumValue("DAY", "A day, from midnight UTC.", "day"),
                new EnumValue("WEEK", "A week, from Monday midnight UTC (ISO 8601).", "week"),
                new EnumValue("MONTH", "A month, from the first at midnight UTC.", "month"),
                new EnumValue("YEAR", "A year, from 1 January at midnight UTC.", "year"),
            ]
        );
}
