using Indexer.Domain;

namespace Indexer.Ingestion;

/// <summary>
/// What follows from a block rather than from one of its logs: what comes true with its height or time, and what holds at
/// its end.
/// </summary>
internal abstract class EvmBlockRule
{
    /// <summary>The heights and times from which on something comes true.</summary>
    /// <param name="state">The state after the block before.</param>
    public abstract IEnumerable<(long? Height, DateTimeOffset? Time)> Due(NetworkState state);

    /// <summary>What contracts must be asked after the block, beside what its handlers ask.</summary>
    /// <param name="block">The block.</param>
    /// <param name="state">The state after the block before.</param>
    public abstract IEnumerable<ContractCall> Calls(DecodedEvmBlock block, NetworkState state);

    /// <summary>The changes before the first log.</summary>
    /// <param name="block">The block.</param>
    /// <param name="state">The state after the block before.</param>
    public abstract IEnumerable<Change> AtStart(DecodedEvmBlock block, NetworkState state);

    /// <summary>The changes after the last log.</summary>
    /// <param name="block">The block.</param>
    /// <param name="state">The state after its logs.</param>
    public abstract IEnumerable<Change> AtEnd(DecodedEvmBlock block, NetworkState state);
}
