using System.Diagnostics.Metrics;
using Indexer.Domain;

namespace Indexer.Host.Reporting;

/// <summary>What the database tells of the index as gauges of the meter <see cref="Name"/>: the same in processes of every role.</summary>
internal sealed class IndexMetrics : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "Indexer.Index";

    private readonly Meter meter = new(Name);
    private readonly Reporter reporter;

    public IndexMetrics(Reporter reporter)
    {
        this.reporter = reporter;
        Height("indexer.indexed.height", "Height of the last indexed block.", network => network.Indexed);
        Height(
            "indexer.finalized.height",
            "Height of the chain's finalized block as last seen.",
            network => network.Finalized
        );
        Height("indexer.head.height", "Height of the chain's best block as last seen.", network => network.Head);
        Height("indexer.lag", "Blocks between the last indexed one and the head.", network => network.Lag);
        Network("indexer.events", "{event}", "Events handled since the first block.", network => network.Events);
        Network(
            "indexer.reconciliation.differences",
            "{difference}",
            "Figures that differ from what the chain or source states.",
            network => network.Differences
        );
        Network(
            "indexer.silence",
            "s",
            "Time since the ingestion last gave a sign of life.",
            network => (long?)network.Silence?.TotalSeconds
        );
        Network(
            "indexer.health",
            unit: null,
            "0 healthy, 1 degraded (waits or never started), 2 unhealthy (stopped or stale).",
            network => (long)network.Health
        );
        meter.CreateObservableGauge(
            "indexer.network.state",
            () =>
                reporter.Latest.Networks.Select(network => new Measurement<long>(
                    1,
                    new("network", network.Network),
                    new("state", network.Word)
                )),
            unit: null,
            "1 with the state that a network is in."
        );
        Job(
            "indexer.job.failed",
            unit: null,
            "1 when the last run of the job failed.",
            job => job.State == JobState.Failed ? 1 : 0
        );
        Job(
            "indexer.job.last.start",
            "s",
            "When the last run began, in seconds since 1970.",
            job => job.StartedAt?.ToUnixTimeSeconds()
        );
        meter.CreateObservableGauge(
            "indexer.database.up",
            () => reporter.Latest.HasDatabase ? 1 : 0,
            unit: null,
            "1 when the database answers."
        );
    }

    public void Dispose() => meter.Dispose();

    private void Height(string name, string description, Func<NetworkReport, long?> value) =>
        Network(name, "{block}", description, value);

    private void Network(string name, string? unit, string description, Func<NetworkReport, long?> value) =>
        Gauge(name, unit, description, "network", () => reporter.Latest.Networks, network => network.Network, value);

    private void Job(string name, string? unit, string description, Func<Job, long?> value) =>
        Gauge(name, unit, description, "job", () => reporter.Latest.Jobs, job => job.Name, value);

    private void Gauge<T>(
        string name,
        string? unit,
        string description,
        string tag,
        Func<IEnumerable<T>> rows,
        Func<T, string> key,
        Func<T, long?> value
    ) =>
        meter.CreateObservableGauge(
            name,
            () =>
                rows()
                    .Where(row => value(row) is not null)
                    .Select(row => new Measurement<long>(
                        value(row)!.Value,
                        new KeyValuePair<string, object?>(tag, key(row))
                    )),
            unit,
            description
        );
}
