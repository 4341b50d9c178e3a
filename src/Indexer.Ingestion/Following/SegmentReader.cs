using System.Runtime.CompilerServices;

namespace Indexer.Ingestion;

/// <summary>Reads a range of blocks in segments: several are fetched and decoded at once, and come out in order.</summary>
internal static class SegmentReader
{
    public static async IAsyncEnumerable<ChainSegment> ReadAsync(
        IChainSource source,
        NetworkSettings settings,
        long from,
        long to,
        bool allHeaders,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reads = new Queue<Task<List<ChainSegment>>>();
        var next = from;
        try
        {
            while (next <= to || reads.Count > 0)
            {
                while (next <= to && reads.Count < settings.Parallelism)
                {
                    var end = Math.Min(to, next + settings.SegmentBlocks - 1);
                    reads.Enqueue(ReadAllAsync(source, settings.Name, next, end, allHeaders, stop.Token));
                    next = end + 1;
                }

                foreach (var segment in await reads.Dequeue())
                {
                    yield return segment;
                }
            }
        }
        finally
        {
            // Reads that nobody waits for any more must neither go on nor fail unseen.
            await stop.CancelAsync();
            foreach (var read in reads)
            {
                await read.ContinueWith(
                    static finished => _ = finished.Exception,
                    CancellationToken.None,
                    TaskContinuationOptions.ExecuteSynchronously,
                    TaskScheduler.Default
                );
            }
        }
    }

    private static async Task<List<ChainSegment>> ReadAllAsync(
        IChainSource source,
        string network,
        long from,
        long to,
        bool allHeaders,
        CancellationToken cancellationToken
    )
    {
        using var trace = IngestionTelemetry.Read(network, from, to);
        var segments = new List<ChainSegment>();
        await foreach (var segment in source.ReadAsync(from, to, allHeaders, cancellationToken))
        {
            segments.Add(segment with { Trace = trace?.Context ?? default });
        }

        return segments;
    }
}
