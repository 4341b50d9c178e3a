namespace Indexer.Simulator;

/// <summary>
/// Which actions are tried in which block. A fork drops some of the actions above it and moves others into another block;
/// the rest of a block is the same for the same seed, so a chain is a pure function of seed, size and forks.
/// </summary>
internal sealed class BlockPlan<TKind>(int blocks)
    where TKind : struct
{
    private readonly List<(TKind Kind, ulong Seed)>[] _blocks =
    [
        .. Enumerable.Range(0, blocks + 1).Select(_ => new List<(TKind, ulong)>()),
    ];

    public IReadOnlyList<(TKind Kind, ulong Seed)> At(long height) => _blocks[height];

    public void Add(long height, TKind kind, ulong seed) => _blocks[height].Add((kind, seed));

    /// <summary>Drops a quarter of the actions above the fork and moves a quarter to one of the next blocks.</summary>
    public void Apply(Fork fork)
    {
        for (var height = _blocks.Length - 1; height > fork.Height; height--)
        {
            var random = new Prng(Prng.Mix(fork.Salt, (ulong)height));
            foreach (var action in _blocks[height].ToList())
            {
                var chance = random.Below(4);
                var target = Math.Min(_blocks.Length - 1, height + random.Between(1, 2));
                if (chance > 1)
                {
                    continue;
                }
                _blocks[height].Remove(action);
                if (chance == 1)
                {
                    _blocks[target].Add(action);
                }
            }
        }
    }
}
