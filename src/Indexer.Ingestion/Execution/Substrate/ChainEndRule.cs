using Indexer.Domain;
using Indexer.Substrate.Chain;

namespace Indexer.Ingestion;

/// <summary>
/// What the end of a chain makes of its state: applied once, after the last block, to the state that this block left. Pure: the
/// state and what the storage holds in, changes out.
/// </summary>
public abstract class ChainEndRule
{
    /// <summary>The maps of the storage that it must know whole.</summary>
    public virtual IReadOnlyList<StorageMap> Maps => [];

    /// <summary>The changes.</summary>
    /// <param name="end">The last block, and the storage after it.</param>
    /// <param name="state">The state after it, and after the rules before.</param>
    public abstract IEnumerable<Change> AtEnd(EndedChain end, NetworkState state);
}

/// <summary>A map of a chain's storage, or the part of it below some keys.</summary>
/// <param name="Pallet">The pallet.</param>
/// <param name="Entry">The map.</param>
/// <param name="Keys">The SCALE encodings of the first keys; none for the whole map.</param>
public sealed record StorageMap(string Pallet, string Entry, params IReadOnlyList<byte[]> Keys);

/// <summary>A chain after its last block: data, which executes nothing.</summary>
/// <param name="Last">Header of the last block.</param>
/// <param name="Runtime">The runtime of the state after it; null only where a test has none.</param>
/// <param name="Legs">The side of a claim on which each form of a holding is expected.</param>
/// <param name="Storage">The maps that the rules asked for; null for one that the runtime lacks or no node lists.</param>
public sealed record EndedChain(
    BlockHeader Last,
    SubstrateRuntime? Runtime,
    IReadOnlyDictionary<MigrationEntryKind, MigrationLeg> Legs,
    IReadOnlyDictionary<StorageMap, IReadOnlyList<StoredElement>?> Storage
);
