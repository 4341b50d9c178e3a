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
);
