using System.Buffers.Binary;

namespace Indexer.Handlers;

/// <summary>Keys of storage maps in SCALE.</summary>
internal static class StorageKeys
{
    /// <summary>A number of 32 bits.</summary>
    public static byte[] U32(uint value)
    {
        var key = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(key, value);
        return key;
    }

    /// <summary>A number of 64 bits.</summary>
    public static byte[] U64(ulong value)
    {
        var key = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(key, value);
        return key;
    }
}
