using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Indexer.JsonRpc;

/// <summary>Measures and traces round trips to nodes, for whoever listens to the meter and the source called <see cref="Name"/>.</summary>
public static class RpcTelemetry
{
    /// <summary>Name of the meter and of the source of traces.</summary>
    public const string Name = "Indexer.JsonRpc";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Trips = Meter.CreateHistogram(
        "indexer.rpc.duration",
        "s",
        "Round trips to nodes: by node, by the first method of the message, and by whether it was answered.",
        tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.02, 0.1, 0.5, 1, 2, 5, 10, 30] }
    );

    private static readonly Counter<long> Calls = Meter.CreateCounter<long>(
        "indexer.rpc.calls",
        "{call}",
        "Calls sent to nodes; a batch is many."
    );

    /// <summary>Measures and traces a round trip until the result is disposed.</summary>
    /// <param name="endpoint">The node, without credentials.</param>
    /// <param name="method">The first method.</param>
    /// <param name="calls">How many calls it has.</param>
    internal static RoundTrip Trip(string endpoint, string method, int calls)
    {
        Calls.Add(calls, new KeyValuePair<string, object?>("endpoint", endpoint));
        var activity = Source.StartActivity(method, ActivityKind.Client);
        activity?.SetTag("server.address", endpoint).SetTag("rpc.system", "jsonrpc").SetTag("rpc.calls", calls);
        return new RoundTrip(endpoint, method, activity);
    }

    /// <summary>A round trip that goes on; unless it is said to be answered, it was not.</summary>
    internal sealed class RoundTrip(string endpoint, string method, Activity? activity) : IDisposable
    {
        private readonly long start = Stopwatch.GetTimestamp();
        private bool isAnswered;

        public void Answered() => isAnswered = true;

        public void Dispose()
        {
            activity?.SetStatus(isAnswered ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
            activity?.Dispose();
            Trips.Record(
                Stopwatch.GetElapsedTime(start).TotalSeconds,
                new("endpoint", endpoint),
                new("method", method),
                new("outcome", isAnswered ? "answered" : "unanswered")
            );
        }
    }
}
