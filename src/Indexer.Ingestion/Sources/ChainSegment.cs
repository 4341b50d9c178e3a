using System.Diagnostics;
using Indexer.Domain;
using Indexer.JsonRpc;

namespace Indexer.Ingestion;

/// <summary>Consecutive blocks of a chain, fetched and decoded.</summary>
/// <param name="From">First height.</param>
/// <param name="To">Last height.</param>
/// <param name="ParentHash">Hash of the block before the first; null when the source did not fetch the first header.</param>
/// <param name="Last">Header of the last block.</param>
/// <param name="Blocks">In order: all blocks, or only those with indexed events.</param>
public sealed record ChainSegment(
    long From,
    long To,
    byte[]? ParentHash,
    BlockHeader Last,
    IReadOnlyList<DecodedBlock> Blocks
)
{
    /// <summary>Where endpoints contradicted each other about blocks of the chain, seen while these were fetched.</summary>
    public IReadOnlyList<EndpointDisagreement> Disagreements { get; init; } = [];

    /// <summary>The trace that began with its first call.</summary>
    public ActivityContext Trace { get; init; }
}
