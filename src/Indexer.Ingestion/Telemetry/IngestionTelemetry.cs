using System.Diagnostics;
using System.Diagnostics.Metrics;

// Durations are seconds as floating point; there is no money in this file.
#pragma warning disable RS0030

namespace Indexer.Ingestion;

/// <summary>
/// Measures and traces the ingestion of this process. Whoever listens to the meter and the source of traces called
/// <see cref="Name"/> gets it; without a listener it costs next to nothing. How far networks are is not measured here: any
/// process reads that in the database.
/// </summary>
public static class IngestionTelemetry
{
    /// <summary>Name of the meter and of the source of traces.</summary>
    public const string Name = "Indexer.Ingestion";

    private const string Network = "network";
    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Phases = Meter.CreateHistogram(
        "indexer.ingestion.phase.duration",
        "s",
        "Time spent on each phase of segments of blocks; phases of several segments overlap in backfill.",
        tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10, 60] }
    );

    private static readonly Counter<long> Blocks = Counter("blocks", "{block}", "Blocks committed.");
    private static readonly Counter<long> Events = Counter("events", "{event}", "Events handled and committed.");
    private static readonly Counter<long> Rows = Counter("rows", "{row}", "Ledger rows committed.");
    private static readonly Counter<long> Reverts = Counter("reverts", "{revert}", "Reorganisations followed.");
    private static readonly Counter<long> RevertedBlocks = Counter("reverted.blocks", "{block}", "Blocks taken back.");
    private static readonly Counter<long> Retries = Counter("retries", "{retry}", "Waits for what may pass, by kind.");
    private static readonly Counter<long> Disagreements = Counter(
        "disagreements",
        "{disagreement}",
        "Answers of endpoints that others of their network proved wrong."
    );
    private static readonly Counter<long> Errors = Counter(
        "errors",
        "{error}",
        "Errors that stopped a network, by kind."
    );

    /// <summary>Measures and traces a phase until the result is disposed.</summary>
    /// <param name="network">Name of the network.</param>
    /// <param name="phase">The phase.</param>
    /// <param name="from">The first block, for traces; null where it says nothing.</param>
    /// <param name="to">The last block.</param>
    public static PhaseTimer Phase(string network, IngestionPhase phase, long? from = null, long? to = null)
    {
        var name = NameOf(phase);
        return new PhaseTimer(network, name, Describe(Source.StartActivity(name), network, from, to));
    }

    /// <summary>
    /// Begins the trace of blocks with their first call; phases within it are its parts. <see cref="ChainSegment.Trace"/> takes
    /// it to <see cref="Write"/>.
    /// </summary>
    /// <param name="network">Name of the network.</param>
    /// <param name="from">The first block.</param>
    /// <param name="to">The last block.</param>
    /// <returns>The span; null when nobody listens.</returns>
    public static Activity? Read(string network, long from, long to)
    {
        // Each has a trace of its own, whatever else goes on around it.
        var around = Activity.Current;
        Activity.Current = null;
        var read = Source.StartActivity("read");
        Activity.Current = read ?? around;
        return Describe(read, network, from, to);
    }

    /// <summary>Goes on with the trace of a segment: it is handled and committed.</summary>
    /// <param name="network">Name of the network.</param>
    /// <param name="segment">The segment.</param>
    /// <returns>The span; null when nobody listens.</returns>
    public static Activity? Write(string network, ChainSegment segment) =>
        Describe(
            Source.StartActivity("write", ActivityKind.Internal, segment.Trace),
            network,
            segment.From,
            segment.To
        );

    /// <summary>Counts what a commit wrote.</summary>
    /// <param name="network">Name of the network.</param>
    /// <param name="blocks">Blocks that it covers.</param>
    /// <param name="events">Events handled.</param>
    /// <param name="rows">Ledger rows.</param>
    public static void Committed(string network, long blocks, long events, long rows)
    {
        var tag = new KeyValuePair<string, object?>(Network, network);
        Blocks.Add(blocks, tag);
        Events.Add(events, tag);
        Rows.Add(rows, tag);
    }

    /// <summary>Counts a reorganisation.</summary>
    /// <param name="network">Name of the network.</param>
    /// <param name="blocks">Blocks taken back.</param>
    public static void Reverted(string network, long blocks)
    {
        var tag = new KeyValuePair<string, object?>(Network, network);
        Reverts.Add(1, tag);
        RevertedBlocks.Add(blocks, tag);
    }

    /// <summary>Counts a wait for what may pass.</summary>
    /// <param name="network">Name of the network.</param>
    /// <param name="reason">What was thrown; its type is the kind.</param>
    public static void Waits(string network, Exception reason) => Count(Retries, network, reason);

    /// <summary>Counts an error that stopped a network.</summary>
    /// <param name="network">Name of the network.</param>
    /// <param name="reason">What was thrown; its type is the kind.</param>
    public static void Stopped(string network, Exception reason) => Count(Errors, network, reason);

    /// <summary>Counts answers of endpoints that others proved wrong.</summary>
    /// <param name="network">Name of the network.</param>
    /// <param name="count">How many.</param>
    public static void Disagreed(string network, int count) =>
        Disagreements.Add(count, new KeyValuePair<string, object?>(Network, network));

    internal static void Record(string network, string phase, TimeSpan time) =>
        Phases.Record(time.TotalSeconds, new(Network, network), new("phase", phase));

    private static Activity? Describe(Activity? activity, string network, long? from, long? to) =>
        activity?.SetTag(Network, network).SetTag("block.from", from).SetTag("block.to", to);

    private static Counter<long> Counter(string name, string unit, string description) =>
        Meter.CreateCounter<long>($"indexer.ingestion.{name}", unit, description);

    private static void Count(Counter<long> counter, string network, Exception reason) =>
        counter.Add(1, new(Network, network), new("kind", KindOf(reason)));

    /// <summary>Types of exceptions are few and say what happened: <c>RpcUnavailable</c>, <c>ChainData</c>, <c>WrongChain</c>.</summary>
    private static string KindOf(Exception reason)
    {
        var name = reason.GetType().Name;
        return name.EndsWith(nameof(Exception), StringComparison.Ordinal) ? name[..^nameof(Exception).Length] : name;
    }

    private static string NameOf(IngestionPhase phase) =>
        phase switch
        {
            IngestionPhase.Fetch => "fetch",
            IngestionPhase.Decode => "decode",
            IngestionPhase.Handle => "handle",
            IngestionPhase.Commit => "commit",
            _ => "revert",
        };
}
