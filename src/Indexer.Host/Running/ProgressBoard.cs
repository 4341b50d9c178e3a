using System.Collections.Concurrent;
using Indexer.Ingestion;

namespace Indexer.Host.Running;

/// <summary>The latest word of every network's ingestion: for the display, health, metrics and the summary.</summary>
internal sealed class ProgressBoard : IProgress<IngestionProgress>
{
    private readonly ConcurrentDictionary<string, IngestionProgress> latest = new(StringComparer.Ordinal);

    /// <summary>The latest of all networks, by name.</summary>
    public IReadOnlyList<IngestionProgress> Latest =>
        [.. latest.Values.OrderBy(progress => progress.Network, StringComparer.Ordinal)];

    /// <inheritdoc />
    public void Report(IngestionProgress value) => latest[value.Network] = value;
}
