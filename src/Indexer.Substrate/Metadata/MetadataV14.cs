using Indexer.Substrate.Scale;

namespace Indexer.Substrate.Metadata;

/// <summary>
/// Reads the content of metadata version 14: a portable registry (scale-info 1 and 2), then the pallets. The order of
/// the fields is that of frame-metadata's RuntimeMetadataV14; documentation texts are skipped.
/// </summary>
internal sealed class MetadataV14
{
    internal const byte Version = 14;
    private PortableType[] types = [];

    internal RuntimeMetadata Read(ref ScaleReader reader)
    {
        types = TypeRegistryReader.Read(ref reader);
        var pallets = reader.Vec(Pallet, "pallets");
        var extrinsic = TypeReference(ref reader, "the type of extrinsics");
        var extrinsicVersion = reader.U8("the version of extrinsics");
        var extensions = reader.Vec(SignedExtension, "signed extensions");
        TypeReference(ref reader, "the type of the runtime");
        reader.End("the metadata");
        return new RuntimeMetadata(types, pallets, extrinsicVersion, Extrinsics(extrinsic, extensions));
    }

    /// <summary>The extrinsic's type states the types of its parts as type parameters, not as fields.</summary>
    private ExtrinsicTypes? Extrinsics(int extrinsic, int[] extensions)
    {
        var parameters = types[extrinsic].Parameters;
        return
            parameters.GetValueOrDefault("Address") is { } address
            && parameters.GetValueOrDefault("Call") is { } call
            && parameters.GetValueOrDefault("Signature") is { } signature
            ? new ExtrinsicTypes(address, signature, extensions, call)
            : null;
    }

    private PalletMetadata Pallet(ref ScaleReader reader)
    {
        var name = reader.Text("the name of a pallet");
        var storage = reader.Bool($"whether {name} has storage") ? Storage(ref reader, name) : [];
        var calls = Variants(ref reader, name, "calls");
        var events = Variants(ref reader, name, "events");
        var constants = reader.Vec(Constant, $"the constants of {name}");
        var errors = Variants(ref reader, name, "errors");
        var index = reader.U8($"the index of {name}");
        return new PalletMetadata(name, index, storage, calls, events, constants, errors);
    }

    private StorageEntry[] Storage(ref ScaleReader reader, string pallet)
    {
        var prefix = reader.Text($"the storage prefix of {pallet}");
        return reader.Vec((ref ScaleReader entry) => Entry(ref entry, prefix), $"the storage entries of {pallet}");
    }

    private StorageEntry Entry(ref ScaleReader reader, string prefix)
    {
        var name = reader.Text("the name of a storage entry");
        var isOptional = !reader.Bool($"the modifier of {name}");
        IReadOnlyList<StorageHasher> hashers = [];
        int? key = null;
        if (reader.Bool($"the kind of {name}"))
        {
            hashers = reader.Vec(Hasher, $"the hashers of {name}");
            key = TypeReference(ref reader, $"the key of {name}");
        }

        var value = TypeReference(ref reader, $"the value of {name}");
        var whenAbsent = reader.Bytes($"the default of {name}").ToArray();
        TypeRegistryReader.SkipTexts(ref reader);
        return new StorageEntry(prefix, name, hashers, key, value, isOptional, whenAbsent);
    }

    internal static StorageHasher Hasher(ref ScaleReader reader)
    {
        var hasher = (StorageHasher)reader.U8("a storage hasher");
        return Enum.IsDefined(hasher) ? hasher : throw reader.Error("a storage hasher", $"{hasher:D} is not known");
    }

    private PalletConstant Constant(ref ScaleReader reader)
    {
        var name = reader.Text("the name of a constant");
        var type = TypeReference(ref reader, name);
        var value = reader.Bytes(name).ToArray();
        TypeRegistryReader.SkipTexts(ref reader);
        return new PalletConstant(name, type, value);
    }

    private IReadOnlyList<TypeVariant> Variants(ref ScaleReader reader, string pallet, string kind)
    {
        var what = $"the {kind} of {pallet}";
        if (!reader.Bool(what))
        {
            return [];
        }

        var type = TypeReference(ref reader, what);
        return types[type].Definition is VariantType variants
            ? variants.Variants
            : throw reader.Error(what, $"type {type} is not an enum");
    }

    private int SignedExtension(ref ScaleReader reader)
    {
        var name = reader.Text("the name of a signed extension");
        var inExtrinsic = TypeReference(ref reader, name);
        TypeReference(ref reader, name);
        return inExtrinsic;
    }

    private int TypeReference(ref ScaleReader reader, string what) =>
        TypeRegistryReader.TypeReference(ref reader, types.Length, what);
}
