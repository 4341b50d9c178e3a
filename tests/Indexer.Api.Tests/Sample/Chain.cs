using Indexer.Domain;
using Indexer.Storage;

namespace Indexer.Api.Tests.Sample;

/// <summary>A hand-made chain: each block is a list of changes, one event each, committed one by one.</summary>
internal sealed class Chain(LedgerWriter writer, string network, DateTimeOffset start)
{
    private NetworkLedger ledger = new(network);
    private Cursor? cursor;
    private long entries;
    private long events;

    /// <summary>The state after the blocks so far.</summary>
    public NetworkState State => ledger.State;

    /// <summary>The chain as the database has it, to go on from there.</summary>
    public static async Task<Chain> ContinueAsync(
        LedgerWriter writer,
        IndexerDbContext context,
        string network,
        DateTimeOffset start
    )
    {
        var stop = TestContext.Current.CancellationToken;
        var indexed = await context.FindCursorAsync(network, stop);
        return new Chain(writer, network, start)
        {
            ledger = await context.LoadLedgerAsync(network, stop),
            cursor = indexed,
            entries = indexed!.Entries,
            events = indexed.Events,
        };
    }

    public static byte[] HashOf(long height) => [.. Enumerable.Repeat((byte)height, 32)];

    /// <summary>A block in which each change has a transaction of its own.</summary>
    public Task BlockAsync(long height, params Change[] changes) =>
        TransactionsAsync(height, [.. changes.Select(change => new[] { change })]);

    /// <summary>A block of transactions, each with one event for each of its changes.</summary>
    public async Task TransactionsAsync(long height, params Change[][] transactions)
    {
        var time = start.AddSeconds(12 * height);
        var header = new BlockHeader(height, HashOf(height), HashOf(height - 1), time, SpecVersion: 1254);
        var changes = transactions
            .Index()
            .SelectMany(entry => entry.Item.Select(change => (Hash: HashOf(200 + entry.Index), Change: change)))
            .ToArray();
        for (var index = 0; index < changes.Length; index++)
        {
            ledger.Apply(changes[index].Change, new EventPlace(header, index, changes[index].Hash, Extrinsic: null));
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
