using Indexer.Domain;

namespace Indexer.Evm;

/// <summary>Which logs of a chain are wanted: those of these contracts with these first topics.</summary>
/// <param name="Addresses">The contracts.</param>
/// <param name="Topics">The first topics (32-byte event hashes) of which one must be there; empty for all events.</param>
public sealed record EvmLogFilter(IReadOnlyList<AccountId> Addresses, IReadOnlyList<byte[]> Topics);
