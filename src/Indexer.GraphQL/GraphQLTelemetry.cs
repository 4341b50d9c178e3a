using System.Diagnostics;
using System.Diagnostics.Metrics;
using Indexer.GraphQL.Execution;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL;

/// <summary>
/// Measures and traces requests, for whoever listens to the meter and the source called <see cref="Name"/>. An operation is known
/// by its root field: names and aliases are the client's, and there is no end of them.
/// </summary>
public static class GraphQLTelemetry
{
    /// <summary>Name of the meter and of the source of traces.</summary>
    public const string Name = "Indexer.GraphQL";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Executions = Meter.CreateHistogram(
        "indexer.graphql.duration",
        "s",
        "Time to answer operations that passed every check, by root field and outcome.",
        tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10] }
    );

    private static readonly Histogram<long> Costs = Meter.CreateHistogram(
        "indexer.graphql.cost",
        "{point}",
        "What operations cost, in the points that the limit counts.",
        tags: null,
        new InstrumentAdvice<long> { HistogramBucketBoundaries = [10, 100, 1_000, 10_000, 100_000, 1_000_000] }
    );

    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>(
        "indexer.graphql.refusals",
        "{request}",
        "Requests that were refused, by the code of the first error and how they came: http or websocket."
    );

    private static readonly Counter<long> Subscriptions = Meter.CreateCounter<long>(
        "indexer.graphql.subscriptions",
        "{subscription}",
        "Subscriptions begun."
    );

    /// <summary>Whether anybody listens.</summary>
    internal static bool IsEnabled => Executions.Enabled || Source.HasListeners();

    internal static void Cost(long points) => Costs.Record(points);

    internal static void Refused(IReadOnlyList<GraphQLError> errors, bool onSocket = false) =>
        Refusals.Add(
            1,
            new KeyValuePair<string, object?>("code", errors.Count > 0 ? errors[0].Code : ""),
            new KeyValuePair<string, object?>("transport", onSocket ? "websocket" : "http")
        );

    internal static void Subscribed() => Subscriptions.Add(1);

    internal static Operation Execute(Schema schema, IReadOnlyList<BoundRoot> roots)
    {
        var name =
            roots is not [var root] ? "several"
            : schema.FindField(schema.Query, root.Plan.Key) is not null ? root.Plan.Key
            : "aliased";
        return new Operation(name, Source.StartActivity($"query {name}"));
    }

    /// <summary>An operation that is being answered; unless it is said to be answered, it failed or its client went away.</summary>
    internal sealed class Operation(string name, Activity? activity) : IDisposable
    {
        private readonly long start = Stopwatch.GetTimestamp();
        private string outcome = "broken off";

        public void Answered(bool isWhole) => outcome = isWhole ? "whole" : "with errors";

        public void Dispose()
        {
            activity?.SetTag("outcome", outcome);
            activity?.Dispose();
            Executions.Record(
                Stopwatch.GetElapsedTime(start).TotalSeconds,
                new("operation", name),
                new("outcome", outcome)
            );
        }
    }
}
