using Indexer.Domain;

namespace Indexer.Storage;

/// <summary>What one transaction writes: blocks, their ledger rows, the versions of state that they made, and the cursor.</summary>
/// <param name="Before">The cursor before; null at the first commit of the network.</param>
/// <param name="After">The cursor after; headers below its final height that no row names are dropped.</param>
/// <param name="FromHeight">Height of the first block that the batch adds; above the cursor after when it adds none.</param>
/// <param name="Blocks">Headers to keep: of blocks that ledger rows name, and of all above the finalized one.</param>
/// <param name="Ledger">The books, with all that came since the last commit.</param>
public sealed record CommitBatch(
    Cursor? Before,
    Cursor After,
    long FromHeight,
    IReadOnlyList<Block> Blocks,
    NetworkLedger Ledger
);
