using Indexer.Ingestion;

namespace Indexer.Snapshot.Tests;

/// <summary>Acts on the word of an ingestion at once, on the thread that gives it.</summary>
internal sealed class Listener(Action<IngestionProgress> hear) : IProgress<IngestionProgress>
{
    public void Report(IngestionProgress value) => hear(value);
}
