namespace Indexer.Simulator.Parachain;

/// <summary>A whole chain from genesis to its last block with its books. Never changes once made.</summary>
internal sealed class ParachainChain(
    IReadOnlyList<ParachainBlock> blocks,
    ParachainRecords records,
    IReadOnlyList<SnapshotEntry> snapshot
)
{
    private readonly Dictionary<string, ParachainBlock> _byHash = blocks.ToDictionary(block => block.HashHex);

    public IReadOnlyList<ParachainBlock> Blocks => blocks;

    public ParachainRecords Records => records;

    public IReadOnlyList<SnapshotEntry> Snapshot => snapshot;

    public ParachainBlock? ByHash(string hash) => _byHash.GetValueOrDefault(hash);
}
