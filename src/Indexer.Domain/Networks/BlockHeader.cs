namespace Indexer.Domain;

/// <summary>What the index keeps of a block header.</summary>
/// <param name="Height">Block number; genesis is 0.</param>
/// <param name="Hash">The 32-byte block hash.</param>
/// <param name="ParentHash">The 32-byte hash of the block before.</param>
/// <param name="Time">Time of the block, UTC: <c>Timestamp.set</c> of a Substrate block, the header's timestamp on EVM chains.</param>
/// <param name="SpecVersion">The runtime version that executed the block; null on EVM chains.</param>
public sealed record BlockHeader(long Height, byte[] Hash, byte[] ParentHash, DateTimeOffset Time, int? SpecVersion)
{
    /// <summary>How its logs were proven; null where nobody asked for it (option verifyReceipts of EVM networks).</summary>
    public LogsProof? LogsProof { get; init; }

    /// <summary>The block's height and hash.</summary>
    public BlockRef Ref => new(Height, Hash);

    /// <summary>When another block is to be expected.</summary>
    /// <param name="height">The block.</param>
    /// <param name="blockTime">The usual time between two blocks of the chain.</param>
    /// <returns>The estimate; null when it is beyond the calendar.</returns>
    public DateTimeOffset? TimeOf(long height, TimeSpan blockTime)
    {
        var ticks = Time.UtcTicks + ((Int128)(height - Height) * blockTime.Ticks);
        return ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks
            ? new DateTimeOffset((long)ticks, TimeSpan.Zero)
            : null;
    }
}
