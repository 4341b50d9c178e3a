namespace Indexer.Pages.Charts;

/// <summary>A line or a stack's layer.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Values">Its value for each of the chart's times; null where there is none.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<double?> Values);

/// <summary>Something that happened, drawn as a line across the chart.</summary>
public sealed record ChartMark(DateTimeOffset Time, string Name);
