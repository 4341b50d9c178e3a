namespace Indexer.Substrate.Chain;

/// <summary>The links of a block in its chain.</summary>
/// <param name="Height">Block number; genesis is 0.</param>
/// <param name="Hash">The 32-byte block hash, as the node states it.</param>
/// <param name="ParentHash">The 32-byte hash of the block before; zeros for genesis.</param>
public sealed record SubstrateHeader(long Height, byte[] Hash, byte[] ParentHash)
{
    /// <summary>This header, when it is of the height that was asked for.</summary>
    /// <exception cref="ChainDataException">It is of another block.</exception>
    internal SubstrateHeader At(long height) =>
        Height == height
            ? this
            : throw new ChainDataException($"The node gave block {Height} where block {height} was asked for.");
}
