using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Indexer.Jobs;

/// <summary>Measures and traces the runs of jobs in this process, for whoever listens to the meter and the source called <see cref="Name"/>.</summary>
public static class JobTelemetry
{
    /// <summary>Name of the meter and of the source of traces.</summary>
    public const string Name = "Indexer.Jobs";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Runs = Meter.CreateHistogram(
        "indexer.job.run.duration",
        "s",
        "Runs of jobs by outcome.",
        tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.1, 1, 10, 60, 600, 3600] }
    );

    internal static Activity? Trace(string job) => Source.StartActivity($"job {job}");

    internal static void Ran(string job, string outcome, long start) =>
        Runs.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, new("job", job), new("outcome", outcome));
}
