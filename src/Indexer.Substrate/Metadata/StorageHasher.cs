namespace Indexer.Substrate.Metadata;

/// <summary>How a key of a storage map is hashed; the values are those of the metadata. Concat: the key itself follows its hash.</summary>
public enum StorageHasher : byte
{
    /// <summary>BLAKE2b, 16 bytes.</summary>
    Blake2128,

    /// <summary>BLAKE2b, 32 bytes.</summary>
    Blake2256,

    /// <summary>BLAKE2b, 16 bytes, then the key.</summary>
    Blake2128Concat,

    /// <summary>xxHash64 with seeds 0 and 1.</summary>
    Twox128,

    /// <summary>xxHash64 with seeds 0 to 3.</summary>
    Twox256,

    /// <summary>xxHash64 with seed 0, then the key.</summary>
    Twox64Concat,

    /// <summary>The key itself.</summary>
    Identity,
}
