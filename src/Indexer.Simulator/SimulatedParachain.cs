using Indexer.Simulator.Parachain;

namespace Indexer.Simulator;

/// <summary>A Substrate network of the world: khala or phala.</summary>
public sealed class SimulatedParachain : SimulatedNetwork
{
    private readonly WorldSize _size;
    private readonly ParachainProfile _profile;
    private readonly List<Fork> _forks = [];
    private readonly List<ParachainBlock> _orphans = [];
    private volatile ParachainChain _chain;

    internal SimulatedParachain(ulong seed, WorldSize size, ParachainProfile profile)
        : base(seed, profile.Name, profile.Blocks)
    {
        _size = size;
        _profile = profile;
        _chain = new ParachainBuilder(seed, size, profile, []).Build();
    }

    /// <summary>The block whose state first has the last runtime while its events are still in the old encoding; null on a chain of one runtime.</summary>
    public long? UpgradeBlock => _profile.UpgradeBlock;

    /// <summary>The spec version in which the events of a block are encoded.</summary>
    /// <param name="height">From 0 to the last block.</param>
    public uint SpecVersionAt(long height) => _profile.RuntimeOf(height).SpecVersion;

    /// <summary>The books after the head.</summary>
    public ParachainBooks Books => BooksAt(Head);

    /// <summary>What every account owned after the last block, the basis of the claims.</summary>
    public IReadOnlyList<SnapshotEntry> Snapshot => _chain.Snapshot;

    internal IReadOnlyList<ParachainBlock> Blocks => _chain.Blocks;

    /// <summary>The books after any block.</summary>
    /// <param name="height">From 0 to the last block.</param>
    public ParachainBooks BooksAt(long height) => new(_chain.Records, height);

    /// <inheritdoc/>
    public override string HashAt(long height) => Blocks[(int)height].HashHex;

    /// <inheritdoc/>
    public override ulong TimeAt(long height) => Blocks[(int)height].TimeMs;

    /// <summary>The encoded System.Events of a block; empty at genesis.</summary>
    /// <param name="height">From 0 to the last block.</param>
    public ReadOnlyMemory<byte> EventsAt(long height) => Blocks[(int)height].Events ?? [];

    /// <summary>A canonical block up to the head, or a replaced one.</summary>
    internal ParachainBlock? Find(string hash)
    {
        var known = _chain.ByHash(hash);
        lock (_orphans)
        {
            return known?.Height <= Head ? known : _orphans.Find(block => block.HashHex == hash);
        }
    }

    private protected override void Replace(Fork fork)
    {
        lock (_orphans)
        {
            _orphans.AddRange(Blocks.Where(block => block.Height > fork.Height && block.Height <= Head));
        }
        _forks.Add(fork);
        _chain = new ParachainBuilder(Seed, _size, _profile, _forks).Build();
    }
}
