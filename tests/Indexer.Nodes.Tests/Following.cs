using Indexer.Domain;
using Indexer.Ingestion;

namespace Indexer.Nodes.Tests;

/// <summary>A running ingestion; disposing it stops it.</summary>
public sealed class Following : IProgress<IngestionProgress>, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private readonly IChainSource source;
    private IngestionProgress? last;
    private TaskCompletionSource news = New();

    public Following(
        IChainSource source,
        Func<IChainSource, IProgress<IngestionProgress>, CancellationToken, Task<IngestionProgress>> run
    )
    {
        this.source = source;
        Ended = Task.Run(() => run(source, this, stop.Token));
    }

    /// <summary>How it ended; cancelled when it was stopped.</summary>
    public Task<IngestionProgress> Ended { get; }

    public void Report(IngestionProgress value)
    {
        lock (gate)
        {
            last = value;
            news.SetResult();
            news = New();
        }
    }

    /// <summary>Waits for the first report that fits; an ingestion that stops instead fails the test with its reason.</summary>
    public async Task<IngestionProgress> UntilAsync(Func<IngestionProgress, bool> isMet)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (last is not null && isMet(last))
                {
                    return last;
                }

                Assert.True(last?.State != IngestionState.Stopped, $"It stopped: {last?.Reason}");
                next = news.Task;
            }

            await next.WaitAsync(Patience, TimeProvider.System);
        }
    }

    /// <summary>Waits until the node's newest block is indexed; nobody may mine meanwhile.</summary>
    public async Task UntilHeadAsync(AnvilNode node)
    {
        var block = await node.Rpc.CallAsync("eth_getBlockByNumber", ["latest", false]);
        var hash = Convert.FromHexString(block.GetProperty("hash").GetString()!.AsSpan(2));
        await UntilAsync(progress =>
            progress is { State: IngestionState.Live, Cursor: { } cursor } && cursor.Hash.AsSpan().SequenceEqual(hash)
        );
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Ended.ContinueWith(
            static _ => { },
            CancellationToken.None,
            TaskContinuationOptions.None,
            TaskScheduler.Default
        );
        await source.DisposeAsync();
        stop.Dispose();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
