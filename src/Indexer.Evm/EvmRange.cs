using Indexer.Domain;

namespace Indexer.Evm;

/// <summary>The blocks of a range that was read.</summary>
/// <param name="From">First height.</param>
/// <param name="To">Last height; may be lower than was asked for, reading goes on behind it.</param>
/// <param name="Last">The block at <paramref name="To"/>.</param>
/// <param name="Blocks">In order of height: all blocks when headers were asked for, else only those with logs.</param>
public sealed record EvmRange(long From, long To, BlockHeader Last, IReadOnlyList<EvmBlock> Blocks);
