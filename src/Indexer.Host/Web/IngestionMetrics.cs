using System.Diagnostics.Metrics;
using Indexer.Domain;
using Indexer.Host.Running;

namespace Indexer.Host.Web;

/// <summary>The figures of the ingestion as instruments of the meter <c>Indexer</c>, one series per network.</summary>
internal sealed class IngestionMetrics : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Indexer";

    private readonly Meter meter = new(MeterName);

    public IngestionMetrics(ProgressBoard board)
    {
        Gauge("indexer_indexed_height", "Height of the last indexed block.", progress => progress.Cursor?.Height);
        Gauge("indexer_head_height", "Height of the chain's newest block.", progress => progress.Heads?.Latest.Height);
        Gauge(
            "indexer_finalized_height",
            "Height of the chain's finalized block.",
            progress => progress.Heads?.Finalized.Height
        );
        Gauge("indexer_events", "Events handled so far.", progress => progress.Cursor?.Events);
        Gauge("indexer_entries", "Ledger rows written so far.", progress => progress.Cursor?.Entries);
        Gauge(
            "indexer_stopped",
            "1 when an error stopped the network.",
            progress => progress.State == IngestionState.Stopped ? 1 : 0
        );

        void Gauge(string name, string description, Func<Ingestion.IngestionProgress, long?> value) =>
            meter.CreateObservableGauge(
                name,
                () =>
                    board
                        .Latest.Where(progress => value(progress) is not null)
                        .Select(progress => new Measurement<long>(
                            value(progress)!.Value,
                            new KeyValuePair<string, object?>("network", progress.Network)
                        )),
                unit: null,
                description
            );
    }

    public void Dispose() => meter.Dispose();
}
