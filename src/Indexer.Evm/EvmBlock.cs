using Indexer.Domain;

namespace Indexer.Evm;

/// <summary>A block with those of its logs that were asked for.</summary>
/// <param name="Header">The block.</param>
/// <param name="Logs">The logs in the order of <see cref="EvmLog.LogIndex"/>; may be empty.</param>
public sealed record EvmBlock(BlockHeader Header, IReadOnlyList<EvmLog> Logs);
