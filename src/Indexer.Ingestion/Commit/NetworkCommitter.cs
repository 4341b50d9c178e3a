using Indexer.Domain;
using Indexer.Storage;

namespace Indexer.Ingestion;

/// <summary>
/// The ledger of one network and its place in the database: commits what executed blocks made of it, and reverts. It knows
/// the index only, and never asks a chain.
/// </summary>
public sealed class NetworkCommitter
{
    private readonly string network;
    private readonly Func<IndexerDbContext> openContext;
    private readonly LedgerWriter writer;
    private readonly NetworkLock? held;

    private NetworkCommitter(
        string network,
        Func<IndexerDbContext> openContext,
        LedgerWriter writer,
        NetworkLock? held,
        NetworkLedger ledger
    )
    {
        this.network = network;
        this.openContext = openContext;
        this.writer = writer;
        this.held = held;
        Ledger = ledger;
    }

    /// <summary>How far the network is committed; null when nothing is.</summary>
    public Cursor? Cursor { get; private set; }

    /// <summary>The ledger: its state is that after the executed blocks, its rows those since the last commit.</summary>
    public NetworkLedger Ledger { get; private set; }

    /// <summary>Opens the ledger where the last commit left it.</summary>
    /// <param name="network">Name of the network.</param>
    /// <param name="openContext">Opens a context on the database.</param>
    /// <param name="writer">Writes to the same database.</param>
    /// <param name="held">The right to index the network; null only where nobody else can write.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<NetworkCommitter> OpenAsync(
        string network,
        Func<IndexerDbContext> openContext,
        LedgerWriter writer,
        NetworkLock? held,
        CancellationToken cancellationToken
    )
    {
        await using var context = openContext();
        return new NetworkCommitter(
            network,
            openContext,
            writer,
            held,
            await context.LoadLedgerAsync(network, cancellationToken)
        )
        {
            Cursor = await context.FindCursorAsync(network, cancellationToken),
        };
    }

    /// <summary>Commits executed blocks with the cursor in one transaction.</summary>
    /// <param name="segment">The segment after the cursor; the ledger has what its blocks mean.</param>
    /// <param name="finalizedHeight">Height up to which the chain cannot change any more.</param>
    /// <param name="cancellationToken">Rolls back.</param>
    public async Task CommitAsync(ExecutedSegment segment, long finalizedHeight, CancellationToken cancellationToken)
    {
        using var commit = IngestionTelemetry.Phase(network, IngestionPhase.Commit, segment.From, segment.Last.Height);
        var (last, rows) = (segment.Last, Ledger.Rows.Count);
        var events = segment.Blocks.Sum(block => (long)block.Events);
        var after = new Cursor
        {
            Network = network,
            Height = last.Height,
            Hash = last.Hash,
            Time = last.Time,
            Events = (Cursor?.Events ?? 0) + events,
            Entries = (Cursor?.Entries ?? 0) + rows,
            FinalizedHeight = Math.Max(
                Cursor?.FinalizedHeight ?? segment.From - 1,
                Math.Min(finalizedHeight, last.Height)
            ),
        };
        await WriteAsync(after, segment.From, BlocksToKeep(segment, finalizedHeight), cancellationToken);
        IngestionTelemetry.Committed(network, last.Height - segment.From + 1, events, rows);
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

    /// <summary>
    /// Commits what the end of the chain made of the ledger: rows of its last block, and versions from the height after it on, so
    /// that the state as of the last block stays what this block left.
    /// </summary>
    /// <param name="cancellationToken">Rolls back.</param>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        var last = Cursor!;
        Ledger.EndBlock(last.Height + 1);
        var rows = Ledger.Rows.Count;
        await WriteAsync(last with { Entries = last.Entries + rows }, last.Height + 1, [], cancellationToken);
        IngestionTelemetry.Committed(network, blocks: 0, events: 0, rows);
    }

    /// <summary>The highest block at or below a height whose header is kept; null when none is.</summary>
    /// <param name="height">The height.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<BlockRef?> FindBlockAsync(long height, CancellationToken cancellationToken)
    {
        await using var context = openContext();
        return await context.FindBlockAsync(network, height, cancellationToken);
    }

    /// <summary>Removes what is above a block, and loads the state that it left.</summary>
    /// <param name="fork">The last block that stays; its header is kept.</param>
    /// <param name="cancellationToken">Rolls back.</param>
    public async Task RevertAsync(BlockRef fork, CancellationToken cancellationToken)
    {
        using var revert = IngestionTelemetry.Phase(network, IngestionPhase.Revert);
        var before = Cursor!;
        Cursor = await writer.RevertAsync(before, fork, held, cancellationToken);
        IngestionTelemetry.Reverted(network, before.Height - fork.Height);
        await using var context = openContext();
        Ledger = await context.LoadLedgerAsync(network, cancellationToken);
    }

    private async Task WriteAsync(
        Cursor after,
        long fromHeight,
        IReadOnlyList<Block> blocks,
        CancellationToken cancellationToken
    )
    {
        await writer.CommitAsync(new CommitBatch(Cursor, after, fromHeight, blocks, Ledger), held, cancellationToken);
        Ledger.Committed();
        Cursor = after;
    }

    private List<Block> BlocksToKeep(ExecutedSegment segment, long finalizedHeight)
    {
        var kept = segment
            .Blocks.Where(block => block.Events > 0 || block.Header.Height >= finalizedHeight)
            .Select(block => Row(block.Header, block.Events))
            .ToList();
        if (kept.Count == 0 || kept[^1].Height < segment.Last.Height)
        {
            kept.Add(Row(segment.Last, events: 0));
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
