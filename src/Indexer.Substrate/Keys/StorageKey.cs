using System.Text;
using Indexer.Addresses;
using Indexer.Substrate.Metadata;

namespace Indexer.Substrate.Keys;

/// <summary>Keys of the storage of a chain, as <c>state_getStorage</c> takes them.</summary>
public static class StorageKey
{
    /// <summary>The key of a plain value, or the prefix of all keys of a map.</summary>
    /// <param name="prefix">The storage prefix of the pallet; nearly always its name.</param>
    /// <param name="entry">The name of the entry.</param>
    public static byte[] Value(string prefix, string entry) =>
        [.. Twox.Hash(16, Encoding.UTF8.GetBytes(prefix)), .. Twox.Hash(16, Encoding.UTF8.GetBytes(entry))];

    /// <summary>The key of an element of a map, or with fewer keys than hashers the prefix of a part of the map.</summary>
    /// <param name="entry">The map, from the metadata.</param>
    /// <param name="keys">The SCALE encodings of the keys in order.</param>
    /// <exception cref="ArgumentException">There are more keys than the map takes.</exception>
    public static byte[] Map(StorageEntry entry, params IReadOnlyList<byte[]> keys) =>
        keys.Count <= entry.Hashers.Count
            ? [.. Value(entry.Prefix, entry.Name), .. keys.SelectMany((key, i) => Hash(entry.Hashers[i], key))]
            : throw new ArgumentException(
                $"{entry.Prefix}.{entry.Name} takes {entry.Hashers.Count} keys, not {keys.Count}.",
                nameof(keys)
            );

    /// <summary>A key as a hasher writes it.</summary>
    /// <param name="hasher">The hasher of the map.</param>
    /// <param name="key">The SCALE encoding of the key.</param>
    public static byte[] Hash(StorageHasher hasher, ReadOnlySpan<byte> key) =>
        hasher switch
        {
            StorageHasher.Blake2128 => Blake2b.Hash(16, key),
            StorageHasher.Blake2256 => Blake2b.Hash(32, key),
            StorageHasher.Blake2128Concat => [.. Blake2b.Hash(16, key), .. key],
            StorageHasher.Twox128 => Twox.Hash(16, key),
            StorageHasher.Twox256 => Twox.Hash(32, key),
            StorageHasher.Twox64Concat => [.. Twox.Hash(8, key), .. key],
            StorageHasher.Identity => key.ToArray(),
            _ => throw new ArgumentOutOfRangeException(nameof(hasher), hasher, "The hasher is not known."),
        };
}
