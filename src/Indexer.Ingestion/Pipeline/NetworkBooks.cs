using Indexer.Domain;
using Indexer.Storage;

namespace Indexer.Ingestion;

/// <summary>The books of one network and their place in the database: handles segments into commits, and reverts.</summary>
public sealed class NetworkBooks
{
    private readonly string network;
    private readonly Func<IndexerDbContext> openContext;
    private readonly LedgerWriter writer;
    private NetworkLedger ledger;

    private NetworkBooks(string network, Func<IndexerDbContext> openContext, LedgerWriter writer, NetworkLedger ledger)
    {
        this.network = network;
        this.openContext = openContext;
        this.writer = writer;
        this.ledger = ledger;
    }

    /// <summary>How far the network is committed; null when nothing is.</summary>
    public Cursor? Cursor { get; private set; }

    /// <summary>The state that the committed blocks made.</summary>
    public NetworkState State => ledger.State;

    /// <summary>Opens the books where the last commit left them.</summary>
    /// <param name="network">Name of the network.</param>
    /// <param name="openContext">Opens a context on the database.</param>
    /// <param name="writer">Writes to the same database.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<NetworkBooks> OpenAsync(
        string network,
        Func<IndexerDbContext> openContext,
        LedgerWriter writer,
        CancellationToken cancellationToken
    )
    {
        await using var context = openContext();
        return new NetworkBooks(network, openContext, writer, await context.LoadLedgerAsync(network, cancellationToken))
        {
            Cursor = await context.FindCursorAsync(network, cancellationToken),
        };
    }

    /// <summary>Handles the blocks of a segment and commits them with the cursor in one transaction.</summary>
    /// <param name="source">The chain; null for observations, between which nothing comes true.</param>
    /// <param name="segment">The segment after the cursor.</param>
    /// <param name="finalizedHeight">Height up to which the chain cannot change any more.</param>
    /// <param name="cancellationToken">Rolls back.</param>
    public async Task CommitAsync(
        IChainSource? source,
        ChainSegment segment,
        long finalizedHeight,
        CancellationToken cancellationToken
    )
    {
        var handled = await HandleAsync(source, segment, cancellationToken);
        var after = new Cursor
        {
            Network = network,
            Height = segment.To,
            Hash = segment.Last.Hash,
            Time = segment.Last.Time,
            Events = (Cursor?.Events ?? 0) + handled.Sum(block => (long)block.Events),
            Entries = (Cursor?.Entries ?? 0) + ledger.Rows.Count,
            FinalizedHeight = Math.Max(
                Cursor?.FinalizedHeight ?? segment.From - 1,
                Math.Min(finalizedHeight, segment.To)
            ),
        };
        await WriteAsync(after, segment.From, BlocksToKeep(handled, segment.Last, finalizedHeight), cancellationToken);
    }

    /// <summary>Commits that blocks up to a height are final, when more of the indexed ones are than before.</summary>
    /// <param name="finalizedHeight">Height up to which the chain cannot change any more.</param>
    /// <param name="cancellationToken">Rolls back.</param>
    public async Task FinalizeAsync(long finalizedHeight, CancellationToken cancellationToken)
    {
        if (
            Cursor is { } cursor
            && Math.Min(finalizedHeight, cursor.Height) is var final
            && final > cursor.FinalizedHeight
        )
        {
            await WriteAsync(cursor with { FinalizedHeight = final }, cursor.Height + 1, [], cancellationToken);
        }
    }

    /// <summary>Whether the chain has another block than the index, so that something must be reverted.</summary>
    /// <param name="source">The chain.</param>
    /// <param name="heads">
    /// Its heads. A node that is behind the cursor, or lacks the block of a height, is no sign of a fork as long as what it
    /// has is what is indexed.
    /// </param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<bool> HasForkedAsync(IChainSource source, ChainHeads heads, CancellationToken cancellationToken)
    {
        if (Cursor is null)
        {
            return false;
        }

        var known = new BlockRef(Cursor.Height, Cursor.Hash);
        if (heads.Latest.Height < Cursor.Height)
        {
            await using var context = openContext();
            known = await context.FindBlockAsync(network, heads.Latest.Height, cancellationToken);
        }

        return known is not null
            && await source.FindHashAsync(known.Height, cancellationToken) is { } hash
            && !hash.AsSpan().SequenceEqual(known.Hash);
    }

    /// <summary>Removes what is above the last block that is still canonical.</summary>
    /// <param name="source">The chain.</param>
    /// <param name="cancellationToken">Rolls back.</param>
    /// <returns>The block that became the cursor.</returns>
    /// <exception cref="WrongChainException">No indexed block is on the chain any more.</exception>
    public async Task<BlockRef> RevertToForkAsync(IChainSource source, CancellationToken cancellationToken)
    {
        var fork = await FindForkAsync(source, cancellationToken);
        Cursor = await writer.RevertAsync(Cursor!, fork, cancellationToken);
        await using var context = openContext();
        ledger = await context.LoadLedgerAsync(network, cancellationToken);
        return fork;
    }

    private async Task WriteAsync(
        Cursor after,
        long fromHeight,
        IReadOnlyList<Block> blocks,
        CancellationToken cancellationToken
    )
    {
        var batch = new CommitBatch(Cursor, after, fromHeight, blocks, ledger);
        await writer.CommitAsync(batch, cancellationToken);
        ledger.Committed();
        Cursor = after;
    }

    private async Task<BlockRef> FindForkAsync(IChainSource source, CancellationToken cancellationToken)
    {
        await using var context = openContext();
        var height = Cursor!.Height - 1;
        while (await context.FindBlockAsync(network, height, cancellationToken) is { } block)
        {
            var hash = await source.FindHashAsync(block.Height, cancellationToken);
            if (hash.AsSpan().SequenceEqual(block.Hash))
            {
                return block;
            }

            height = block.Height - 1;
        }

        throw new WrongChainException(
            $"{network}: none of the indexed blocks up to {Cursor.Height} is on the chain of the endpoints. "
                + "They serve another chain; use another database for it."
        );
    }

    /// <summary>Handles the blocks of a segment, and between them those in which something comes true without an event.</summary>
    private async Task<List<IDecodedBlock>> HandleAsync(
        IChainSource? source,
        ChainSegment segment,
        CancellationToken cancellationToken
    )
    {
        var handled = new List<IDecodedBlock>(segment.Blocks.Count);
        var next = segment.From;
        foreach (var block in segment.Blocks)
        {
            while (await FindDueAsync(block.Header) is { } due && due.Header.Height < block.Header.Height)
            {
                await HandleBlockAsync(due);
            }

            await HandleBlockAsync(block);
        }

        while (next <= segment.To && await FindDueAsync(segment.Last) is { } due)
        {
            await HandleBlockAsync(due);
        }

        return handled;

        async Task<IDecodedBlock?> FindDueAsync(BlockHeader last) =>
            source is null ? null : await source.FindDueAsync(ledger.State, next, last, cancellationToken);

        async Task HandleBlockAsync(IDecodedBlock block)
        {
            await block.PrepareAsync(ledger.State, cancellationToken);
            block.Handle(ledger);
            ledger.EndBlock(block.Header.Height);
            handled.Add(block);
            next = block.Header.Height + 1;
        }
    }

    private List<Block> BlocksToKeep(List<IDecodedBlock> handled, BlockHeader last, long finalizedHeight)
    {
        var kept = handled
            .Where(block => block.Events > 0 || block.Header.Height >= finalizedHeight)
            .Select(block => Row(block.Header, block.Events))
            .ToList();
        if (kept.Count == 0 || kept[^1].Height < last.Height)
        {
            kept.Add(Row(last, events: 0));
        }

        return kept;
    }

    private Block Row(BlockHeader header, int events) =>
        new()
        {
            Network = network,
            Height = header.Height,
            Hash = header.Hash,
            ParentHash = header.ParentHash,
            Time = header.Time,
            SpecVersion = header.SpecVersion,
            LogsProof = header.LogsProof,
            Events = events,
        };
}
