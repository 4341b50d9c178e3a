using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Substrate.Chain;

/// <summary>A block with the wanted events of it.</summary>
/// <param name="Header">The header; the genesis block has the time of the Unix epoch, because it states none.</param>
/// <param name="Events">The wanted events in order; their <see cref="SubstrateEvent.Index"/> counts the others too.</param>
public sealed record SubstrateBlock(BlockHeader Header, IReadOnlyList<SubstrateEvent> Events);
