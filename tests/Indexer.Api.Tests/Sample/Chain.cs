using Indexer.Domain;
using Indexer.Storage;

namespace Indexer.Api.Tests.Sample;

/// <summary>A hand-made chain: each block is a list of changes, one event each, committed one by one.</summary>
internal sealed class Chain(LedgerWriter writer, string network, DateTimeOffset start)
{
    private readonly NetworkLedger ledger = new(network);
    private Cursor? cursor;
    private long entries;
    private long events;

    /// <summary>The state after the blocks so far.</summary>
    public NetworkState State => ledger.State;

    public static byte[] HashOf(long height) => [.. Enumerable.Repeat((byte)height, 32)];

    public async Task BlockAsync(long height, params Change[] changes)
    {
        var time = start.AddSeconds(12 * height);
        var header = new BlockHeader(height, HashOf(height), HashOf(height - 1), time, SpecVersion: 1254);
        for (var index = 0; index < changes.Length; index++)
        {
            ledger.Apply(changes[index], new EventPlace(header, index, HashOf(200 + index), Extrinsic: null));
        }

        ledger.EndBlock(height);
        entries += ledger.Rows.Count;
        events += changes.Length;
        var block = new Block
        {
            Network = network,
            Height = height,
            Hash = header.Hash,
            ParentHash = header.ParentHash,
            Time = time,
            SpecVersion = header.SpecVersion,
            Events = changes.Length,
        };
        var after = new Cursor
        {
            Network = network,
            Height = height,
            Hash = header.Hash,
            Time = time,
            Events = events,
            Entries = entries,
            FinalizedHeight = 0,
        };
        await writer.CommitAsync(
            new CommitBatch(cursor, after, height, [block], ledger),
            held: null,
            TestContext.Current.CancellationToken
        );
        ledger.Committed();
        cursor = after;
    }

    /// <summary>Makes the blocks up to a height final.</summary>
    public async Task FinalizeAsync(long height)
    {
        var after = cursor! with { FinalizedHeight = height };
        await writer.CommitAsync(
            new CommitBatch(cursor, after, after.Height + 1, [], ledger),
            held: null,
            TestContext.Current.CancellationToken
        );
        cursor = after;
    }
}
