namespace Indexer.Substrate.Metadata;

/// <summary>A storage value or map of a pallet.</summary>
/// <param name="Prefix">The prefix of the pallet in keys; nearly always its name.</param>
/// <param name="Name">The name of the entry.</param>
/// <param name="Hashers">One hasher for each key of a map; empty for a plain value.</param>
/// <param name="Key">The id of the key's type (a tuple when there are several hashers); null for a plain value.</param>
/// <param name="Value">The id of the value's type.</param>
/// <param name="IsOptional">Whether an absent value means none; else it means <paramref name="Default"/>.</param>
/// <param name="Default">The SCALE encoding of the default value.</param>
public sealed record StorageEntry(
    string Prefix,
    string Name,
    IReadOnlyList<StorageHasher> Hashers,
    int? Key,
    int Value,
    bool IsOptional,
    byte[] Default
);
