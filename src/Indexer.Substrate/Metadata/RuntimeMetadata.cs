using System.Buffers.Binary;
using Indexer.Substrate.Scale;

namespace Indexer.Substrate.Metadata;

/// <summary>What a runtime says of itself: its types and its pallets with their storage, calls, events and constants.</summary>
public sealed class RuntimeMetadata
{
    private const uint Magic = 0x6174656d;
    private readonly Dictionary<string, PalletMetadata> byName;

    internal RuntimeMetadata(
        IReadOnlyList<PortableType> types,
        IReadOnlyList<PalletMetadata> pallets,
        byte extrinsicVersion,
        ExtrinsicTypes? extrinsics = null
    )
    {
        Extrinsics = extrinsics;
        Types = types;
        Pallets = pallets;
        ExtrinsicVersion = extrinsicVersion;
        byName = new Dictionary<string, PalletMetadata>(StringComparer.Ordinal);
        var indices = new HashSet<byte>();
        foreach (var pallet in pallets)
        {
            if (!byName.TryAdd(pallet.Name, pallet) || !indices.Add(pallet.Index))
            {
                throw new MetadataException($"Pallet {pallet.Name} (index {pallet.Index}) is in the metadata twice.");
            }
        }
    }

    /// <summary>The pallets in the order of the metadata.</summary>
    public IReadOnlyList<PalletMetadata> Pallets { get; }

    /// <summary>The version of the format of extrinsics, 4 on all chains known.</summary>
    public byte ExtrinsicVersion { get; }

    internal IReadOnlyList<PortableType> Types { get; }

    /// <summary>The types of the parts of an extrinsic; null when the metadata does not state them.</summary>
    internal ExtrinsicTypes? Extrinsics { get; }

    /// <summary>Reads metadata as <c>state_getMetadata</c> gives it ("meta", version, content).</summary>
    /// <param name="bytes">The raw bytes.</param>
    /// <exception cref="MetadataException">The bytes are not metadata, are corrupt, or of a version other than 13 and 14.</exception>
    public static RuntimeMetadata Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 5 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
        {
            throw new MetadataException("The bytes are not runtime metadata: they do not begin with \"meta\".");
        }

        try
        {
            var reader = new ScaleReader(bytes);
            reader.Take(5, "the header of the metadata");
            return bytes[4] switch
            {
                MetadataV13.Version => new MetadataV13().Read(ref reader),
                MetadataV14.Version => new MetadataV14().Read(ref reader),
                var other => throw new MetadataException(
                    $"The runtime metadata has version {other}; only versions {MetadataV13.Version} and {MetadataV14.Version} are supported."
                ),
            };
        }
        catch (ScaleException exception)
        {
            throw new MetadataException($"The runtime metadata is corrupt: {exception.Message}.", exception);
        }
    }

    /// <summary>The pallet of a name, or null.</summary>
    public PalletMetadata? FindPallet(string name) => byName.GetValueOrDefault(name);

    /// <summary>A storage entry.</summary>
    /// <exception cref="MetadataException">The runtime has no such pallet or entry.</exception>
    public StorageEntry StorageEntry(string pallet, string entry) =>
        FindPallet(pallet)?.Storage.FirstOrDefault(candidate => candidate.Name == entry)
        ?? throw new MetadataException($"The runtime has no storage entry {pallet}.{entry}.");
}
