using Indexer.Substrate.Scale;

namespace Indexer.Substrate.Metadata;

/// <summary>
/// Reads the content of metadata version 13, which names types as text: <see cref="NamedTypes"/> makes of them the registry
/// that later versions bring. The order of the fields is that of frame-metadata's RuntimeMetadataV13; calls, events and errors
/// are numbered by their place; documentation texts are skipped.
/// </summary>
internal sealed class MetadataV13
{
    internal const byte Version = 13;
    private readonly NamedTypes types = new();
    private readonly List<TypeVariant> calls = [];
    private readonly List<TypeVariant> events = [];

    internal RuntimeMetadata Read(ref ScaleReader reader)
    {
        var pallets = reader.Vec(Pallet, "pallets");
        var extrinsicVersion = reader.U8("the version of extrinsics");
        var extensions = reader.Vec(SignedExtension, "signed extensions");
        reader.End("the metadata");
        types.Complete(calls, events);
        var extrinsics = new ExtrinsicTypes(
            types.Resolve("Address", "Extrinsic", "address"),
            types.Resolve("MultiSignature", "Extrinsic", "signature"),
            extensions,
            types.CallType
        );
        return new RuntimeMetadata(types.Types, pallets, extrinsicVersion, extrinsics);
    }

    private PalletMetadata Pallet(ref ScaleReader reader)
    {
        var name = reader.Text("the name of a pallet");
        var storage = reader.Bool($"whether {name} has storage") ? Storage(ref reader, name) : [];
        var ownCalls = Variants(ref reader, name, "calls", Argument);
        var ownEvents = Variants(ref reader, name, "events", EventField);
        var constants = reader.Vec((ref ScaleReader r) => Constant(ref r, name), $"the constants of {name}");
        var errors = reader.Vec(Error, $"the errors of {name}");
        var index = reader.U8($"the index of {name}");
        AddTo(calls, ownCalls);
        AddTo(events, ownEvents);
        return new PalletMetadata(
            name,
            index,
            storage,
            ownCalls,
            ownEvents,
            constants,
            Numbered(ref reader, name, errors)
        );

        void AddTo(List<TypeVariant> all, IReadOnlyList<TypeVariant> own)
        {
            if (own.Count > 0)
            {
                all.Add(new TypeVariant(name, index, [new TypeField(Name: null, types.Variants(own), TypeName: null)]));
            }
        }
    }

    private StorageEntry[] Storage(ref ScaleReader reader, string pallet)
    {
        var prefix = reader.Text($"the storage prefix of {pallet}");
        return reader.Vec(
            (ref ScaleReader entry) => Entry(ref entry, pallet, prefix),
            $"the storage entries of {pallet}"
        );
    }

    private StorageEntry Entry(ref ScaleReader reader, string pallet, string prefix)
    {
        var name = reader.Text("the name of a storage entry");
        var isOptional = !reader.Bool($"the modifier of {name}");
        IReadOnlyList<StorageHasher> hashers = [];
        int[] keys = [];
        int value;
        var kind = reader.U8($"the kind of {name}");
        switch (kind)
        {
            case 0:
                value = Type(ref reader, pallet, name);
                break;
            case 1:
                hashers = [MetadataV14.Hasher(ref reader)];
                keys = [Type(ref reader, pallet, name)];
                value = Type(ref reader, pallet, name);
                reader.Bool($"whether {name} is linked");
                break;
            case 2:
                var first = MetadataV14.Hasher(ref reader);
                keys = [Type(ref reader, pallet, name), Type(ref reader, pallet, name)];
                value = Type(ref reader, pallet, name);
                hashers = [first, MetadataV14.Hasher(ref reader)];
                break;
            case 3:
                keys = reader.Vec((ref ScaleReader r) => Type(ref r, pallet, name), $"the keys of {name}");
                hashers = reader.Vec(MetadataV14.Hasher, $"the hashers of {name}");
                value = Type(ref reader, pallet, name);
                break;
            default:
                throw reader.Error($"the kind of {name}", $"{kind} is not known");
        }

        var whenAbsent = reader.Bytes($"the default of {name}").ToArray();
        TypeRegistryReader.SkipTexts(ref reader);
        int? key = keys.Length switch
        {
            0 => null,
            1 => keys[0],
            _ => types.Tuple(keys),
        };
        return new StorageEntry(prefix, name, hashers, key, value, isOptional, whenAbsent);
    }

    private static TypeVariant[] Variants(ref ScaleReader reader, string pallet, string kind, FieldReader field)
    {
        var what = $"the {kind} of {pallet}";
        if (!reader.Bool(what))
        {
            return [];
        }

        var variants = reader.Vec(
            (ref ScaleReader r) =>
            {
                var name = r.Text($"a name among {what}");
                var fields = r.Vec(
                    (ref ScaleReader inner) => field(ref inner, pallet, name),
                    $"the fields of {pallet}.{name}"
                );
                TypeRegistryReader.SkipTexts(ref r);
                return (name, (IReadOnlyList<TypeField>)fields);
            },
            what
        );
        return Numbered(ref reader, pallet, variants);
    }

    private static TypeVariant[] Numbered(
        ref ScaleReader reader,
        string pallet,
        IReadOnlyCollection<(string Name, IReadOnlyList<TypeField> Fields)> items
    ) =>
        items.Count <= byte.MaxValue + 1
            ? [.. items.Select((item, index) => new TypeVariant(item.Name, (byte)index, item.Fields))]
            : throw reader.Error(pallet, $"{items.Count} of a kind cannot be numbered by a byte");

    private TypeField Argument(ref ScaleReader reader, string pallet, string call)
    {
        var name = reader.Text($"the name of an argument of {pallet}.{call}");
        return EventField(ref reader, pallet, call) with { Name = name };
    }

    private TypeField EventField(ref ScaleReader reader, string pallet, string name)
    {
        var text = reader.Text($"the type of a field of {pallet}.{name}");
        return new TypeField(Name: null, types.Resolve(text, pallet, name), text);
    }

    private PalletConstant Constant(ref ScaleReader reader, string pallet)
    {
        var name = reader.Text("the name of a constant");
        var type = Type(ref reader, pallet, name);
        var value = reader.Bytes(name).ToArray();
        TypeRegistryReader.SkipTexts(ref reader);
        return new PalletConstant(name, type, value);
    }

    private static (string, IReadOnlyList<TypeField>) Error(ref ScaleReader reader)
    {
        var name = reader.Text("the name of an error");
        TypeRegistryReader.SkipTexts(ref reader);
        return (name, []);
    }

    private int SignedExtension(ref ScaleReader reader)
    {
        var name = reader.Text("the name of a signed extension");
        return types.Resolve(name, "Extrinsic", "signed extension");
    }

    private int Type(ref ScaleReader reader, string pallet, string name) =>
        types.Resolve(reader.Text($"the type of {pallet}.{name}"), pallet, name);

    private delegate TypeField FieldReader(ref ScaleReader reader, string pallet, string name);
}
