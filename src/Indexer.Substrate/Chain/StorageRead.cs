using Indexer.Substrate.Metadata;

namespace Indexer.Substrate.Chain;

/// <summary>A value of the storage to be read.</summary>
/// <param name="Block">The hash of the block after which the value is asked for.</param>
/// <param name="Runtime">The runtime that knows the type of the value.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Keys">The SCALE encodings of the keys; none for a plain value.</param>
public sealed record StorageRead(
    byte[] Block,
    SubstrateRuntime Runtime,
    StorageEntry Entry,
    IReadOnlyList<byte[]> Keys
);
