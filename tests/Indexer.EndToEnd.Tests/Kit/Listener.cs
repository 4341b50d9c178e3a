using Indexer.Ingestion;

namespace Indexer.EndToEnd.Tests.Kit;

/// <summary>Acts on the word of an ingestion at once, on the thread that gives it: what the test does then is not raced.</summary>
internal sealed class Listener(Action<IngestionProgress> hear) : IProgress<IngestionProgress>
{
    private readonly Lock gate = new();

    public void Report(IngestionProgress value)
    {
        lock (gate)
        {
            hear(value);
        }
    }
}
