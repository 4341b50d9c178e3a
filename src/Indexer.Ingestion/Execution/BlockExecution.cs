using Indexer.Domain;

namespace Indexer.Ingestion;

/// <summary>A block after its execution, as the commit needs it.</summary>
/// <param name="Header">The header.</param>
/// <param name="Events">Its indexed events, and what else came true in it.</param>
public sealed record ExecutedBlock(BlockHeader Header, int Events);

/// <summary>A segment whose blocks are executed: the ledger has what they mean, and waits to be committed.</summary>
/// <param name="From">First height.</param>
/// <param name="Last">Header of the last block.</param>
/// <param name="Blocks">The executed blocks, in order.</param>
public sealed record ExecutedSegment(long From, BlockHeader Last, IReadOnlyList<ExecutedBlock> Blocks);

/// <summary>Executes the blocks of segments: for each, what its handlers need is fetched, its events are handled, it is closed.</summary>
/// <param name="source">The chain that is asked for what only the state before a block tells to ask.</param>
/// <param name="handler">What blocks mean.</param>
public sealed class BlockExecution(IChainSource source, IBlockHandler handler)
{
    /// <summary>Executes a segment, and between its blocks those in which something comes true without an event.</summary>
    /// <param name="segment">The segment after the cursor.</param>
    /// <param name="ledger">The ledger at the cursor.</param>
    /// <param name="cancellationToken">Gives up; the ledger is then of no use any more.</param>
    /// <exception cref="UnhandledEventException">An event has no handler.</exception>
    /// <exception cref="UnknownStateException">An event does not fit the state.</exception>
    public async Task<ExecutedSegment> ExecuteAsync(
        ChainSegment segment,
        NetworkLedger ledger,
        CancellationToken cancellationToken
    )
    {
        var executed = new List<ExecutedBlock>(segment.Blocks.Count);
        var next = segment.From;
        foreach (var block in segment.Blocks)
        {
            while (await FindDueAsync(block.Header) is { } due && due.Header.Height < block.Header.Height)
            {
                await ExecuteBlockAsync(due);
            }

            await ExecuteBlockAsync(block);
        }

        while (next <= segment.To && await FindDueAsync(segment.Last) is { } due)
        {
            await ExecuteBlockAsync(due);
        }

        return new ExecutedSegment(segment.From, segment.Last, executed);

        Task<DecodedBlock?> FindDueAsync(BlockHeader last) =>
            source.FindDueAsync(ledger.State, next, last, cancellationToken);

        async Task ExecuteBlockAsync(DecodedBlock block)
        {
            await source.CompleteAsync(block, ledger.State, cancellationToken);
            var events = handler.Handle(block, ledger);
            ledger.EndBlock(block.Header.Height);
            executed.Add(new ExecutedBlock(block.Header, events));
            next = block.Header.Height + 1;
        }
    }
}
