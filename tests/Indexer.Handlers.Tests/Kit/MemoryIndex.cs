using Indexer.Domain;
using Indexer.Simulator;
using Indexer.TestKit.Governance;

namespace Indexer.Handlers.Tests.Kit;

/// <summary>
/// An index of a simulated parachain without a database: the pipeline's own source, handlers and books, and in lists what
/// the committer would write and the reverter take back.
/// </summary>
internal sealed class MemoryIndex
{
    private const int SegmentBlocks = 64;
    private static readonly SubstrateHandlers Handlers = HandlerCatalog.Substrate;
    private readonly string network;
    private readonly IReadOnlyList<DecodedBlock> blocks;
    private readonly List<LedgerRow> rows = [];
    private readonly List<Account> accounts = [];
    private readonly List<Pool> pools = [];
    private readonly List<StateRow> versions = [];
    private readonly List<SessionReading> readings = [];
    private SubstrateBlockHandler handler = new(Handlers);
    private NetworkLedger ledger;

    private MemoryIndex(string network, IReadOnlyList<DecodedBlock> blocks)
    {
        this.network = network;
        this.blocks = blocks;
        ledger = new NetworkLedger(network);
    }

    /// <summary>All that is indexed of governance.</summary>
    public GovernanceModel Governance => new(rows, versions);

    /// <summary>The ledger rows of one kind, in order.</summary>
    public IEnumerable<TRow> Rows<TRow>()
        where TRow : LedgerRow => rows.OfType<TRow>();

    /// <summary>The state of one kind after a block.</summary>
    public IEnumerable<TRow> StateAt<TRow>(long height)
        where TRow : StateRow =>
        versions
            .OfType<TRow>()
            .Where(version => version.FromHeight <= height && (version.ToHeight is null || version.ToHeight > height));

    /// <summary>Reads a whole chain; nothing of it is indexed yet.</summary>
    public static async Task<MemoryIndex> ReadAsync(SimulatedParachain chain)
    {
        var settings = new NetworkSettings
        {
            Name = chain.Name,
            Kind = NetworkKind.Substrate,
            Endpoints = [],
        };
        await using var source = new SubstrateSource(settings, new InProcessRpc(chain), Handlers);
        var decoded = new List<DecodedBlock>();
        await foreach (var segment in source.ReadAsync(0, chain.Head, allHeaders: false, CancellationToken.None))
        {
            decoded.AddRange(segment.Blocks);
        }

        return new MemoryIndex(chain.Name, decoded);
    }

    /// <summary>The same chain, of which nothing is indexed yet.</summary>
    public MemoryIndex Anew() => new(network, blocks);

    /// <summary>Opens with a state, and indexes the blocks after it.</summary>
    public void IndexFrom(InitialStateFile state)
    {
        var first = blocks.First(block => block.Header.Height == state.Head.Block.Height + 1);
        handler = new SubstrateBlockHandler(Handlers, beganWithState: true);
        handler.HandleStart(state, first.Header, ledger);
        IndexFrom(first.Header.Height);
    }

    /// <summary>Indexes the blocks from a height to the end, committing after every segment.</summary>
    public void IndexFrom(long height)
    {
        foreach (var segment in blocks.Where(block => block.Header.Height >= height).Chunk(SegmentBlocks))
        {
            foreach (var block in segment)
            {
                handler.Handle(block, ledger);
                ledger.EndBlock(block.Header.Height);
            }

            Commit();
        }
    }

    /// <summary>Takes back all blocks above a height.</summary>
    public void RevertTo(long height)
    {
        rows.RemoveAll(row => row.Height > height);
        accounts.RemoveAll(account => account.Height > height);
        pools.RemoveAll(pool => pool.Height > height);
        versions.RemoveAll(version => version.FromHeight > height);
        readings.RemoveAll(reading => reading.Height > height);
        for (var i = 0; i < versions.Count; i++)
        {
            versions[i] = versions[i].ToHeight > height ? versions[i] with { ToHeight = null } : versions[i];
        }

        ledger = new NetworkLedger(network);
        pools.ForEach(ledger.State.Load);
        accounts.ForEach(account => ledger.Load(account.Address));
        versions.FindAll(version => version.ToHeight is null).ForEach(ledger.State.Load);
        foreach (var session in readings.GroupBy(reading => reading.SessionId))
        {
            ledger.State.Sessions.Load(
                new SessionReading
                {
                    SessionId = session.Key,
                    V = session.LastOrDefault(reading => reading.V is not null)?.V,
                    TotalReward = session.LastOrDefault(reading => reading.TotalReward is not null)?.TotalReward,
                    InstantP = session.LastOrDefault(reading => reading.InstantP is not null)?.InstantP,
                }
            );
        }
    }

    /// <summary>Everything that is indexed, as values that can be compared.</summary>
    public HashSet<object> Everything() =>
        [
            .. rows,
            .. accounts,
            .. pools,
            .. readings,
            .. versions.Select(version =>
                version is Preimage preimage
                    ? (object)(preimage with { Data = [] }, Convert.ToHexString(preimage.Data))
                    : version
            ),
        ];

    private void Commit()
    {
        rows.AddRange(ledger.Rows);
        accounts.AddRange(ledger.Accounts);
        pools.AddRange(ledger.Pools);
        var open = Enumerable
            .Range(0, versions.Count)
            .Where(place => versions[place].ToHeight is null)
            .ToDictionary(place => versions[place]);
        foreach (var closed in ledger.State.Tables.SelectMany(table => table.Closed))
        {
            versions[open[closed with { ToHeight = null }]] = closed;
        }

        versions.AddRange(ledger.State.Tables.SelectMany(table => table.Opened));
        readings.AddRange(ledger.State.Sessions.Opened);
        ledger.Committed();
    }
}
