using Indexer.Addresses;
using Indexer.Domain;
using Indexer.Substrate.Calls;
using Indexer.Substrate.Events;

namespace Indexer.Substrate.Chain;

/// <summary>A block with the wanted events and calls of it.</summary>
/// <param name="Header">The header; the genesis block has the time of the Unix epoch, because it states none.</param>
/// <param name="Runtime">The runtime that executed it.</param>
/// <param name="Events">The wanted events in order; their <see cref="SubstrateEvent.Index"/> counts the others too.</param>
/// <param name="Extrinsics">The extrinsics that hold wanted calls, in order, successful or not.</param>
/// <param name="Marks">The events that tell which calls were carried out; decoded when first asked for.</param>
public sealed record SubstrateBlock(
    BlockHeader Header,
    SubstrateRuntime Runtime,
    IReadOnlyList<SubstrateEvent> Events,
    IReadOnlyList<SubstrateExtrinsic> Extrinsics,
    Lazy<IReadOnlyList<SubstrateEvent>> Marks
)
{
    private const int HashLength = 32;

    private readonly Dictionary<int, byte[]> hashes = [];

    /// <summary>The bytes of all extrinsics in order, each as it is in the block.</summary>
    public IReadOnlyList<byte[]> Encoded { get; init; } = [];

    /// <summary>The hash of an extrinsic, by which explorers name it: Blake2b-256 of its bytes, their length in front included (<c>chain_getBlock</c> gives them so).</summary>
    /// <param name="index">Its index in the block.</param>
    /// <returns>Null when the block has no such extrinsic.</returns>
    public byte[]? HashOf(int index)
    {
        if (!hashes.TryGetValue(index, out var hash) && index < Encoded.Count)
        {
            hashes[index] = hash = Blake2b.Hash(HashLength, Encoded[index]);
        }

        return hash;
    }
}
