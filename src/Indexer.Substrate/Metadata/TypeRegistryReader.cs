using Indexer.Substrate.Scale;

namespace Indexer.Substrate.Metadata;

/// <summary>Reads scale-info's PortableRegistry: the types by id, each referring to others by id.</summary>
internal readonly struct TypeRegistryReader
{
    private readonly int count;

    private TypeRegistryReader(int count) => this.count = count;

    internal static PortableType[] Read(ref ScaleReader reader)
    {
        var types = new PortableType[reader.Count(1, "the type registry")];
        var registry = new TypeRegistryReader(types.Length);
        for (var id = 0; id < types.Length; id++)
        {
            var stated = reader.CompactU64("the id of a type");
            types[id] =
                stated == (ulong)id
                    ? registry.Type(ref reader)
                    : throw reader.Error("the type registry", $"type {id} is stated to be {stated}");
        }

        return types;
    }

    internal static int TypeReference(ref ScaleReader reader, int count, string what)
    {
        var id = reader.CompactU64(what);
        return id < (ulong)count ? (int)id : throw reader.Error(what, $"type {id} is not among the {count} types");
    }

    internal static void SkipTexts(ref ScaleReader reader)
    {
        for (var left = reader.Count(1, "documentation"); left > 0; left--)
        {
            reader.Bytes("documentation");
        }
    }

    private PortableType Type(ref ScaleReader reader)
    {
        var path = reader.Vec(static (ref ScaleReader r) => r.Text("the path of a type"), "the path of a type");
        var parameters = new Dictionary<string, int?>(StringComparer.Ordinal);
        for (var left = reader.Count(1, "type parameters"); left > 0; left--)
        {
            var name = reader.Text("the name of a type parameter");
            parameters[name] = reader.Bool("a type parameter") ? Reference(ref reader, "a type parameter") : null;
        }

        var definition = Definition(ref reader);
        SkipTexts(ref reader);
        return new PortableType(path, parameters, definition);
    }

    private TypeDefinition Definition(ref ScaleReader reader)
    {
        const string Kind = "the kind of a type";
        return reader.U8(Kind) switch
        {
            0 => new CompositeType(Fields(ref reader)),
            1 => Variants(ref reader),
            2 => new SequenceType(Reference(ref reader, "the element of a sequence")),
            3 => Array(ref reader),
            4 => new CompositeType(reader.Vec(TupleField, "the fields of a tuple")),
            5 => Primitive(ref reader),
            6 => new CompactType(Reference(ref reader, "the type of a compact integer")),
            7 => new BitSequenceType(Reference(ref reader, "the bit store"), Reference(ref reader, "the bit order")),
            var other => throw reader.Error(Kind, $"{other} is not known"),
        };
    }

    private ArrayType Array(ref ScaleReader reader)
    {
        var length = reader.U32("the length of an array");
        return new ArrayType(Reference(ref reader, "the element of an array"), length);
    }

    private static PrimitiveType Primitive(ref ScaleReader reader)
    {
        var primitive = (Primitive)reader.U8("a primitive type");
        return Enum.IsDefined(primitive)
            ? new PrimitiveType(primitive)
            : throw reader.Error("a primitive type", $"{primitive:D} is not known");
    }

    private VariantType Variants(ref ScaleReader reader)
    {
        var variants = reader.Vec(Variant, "the cases of an enum");
        var indices = new HashSet<byte>();
        foreach (var variant in variants)
        {
            if (!indices.Add(variant.Index))
            {
                throw reader.Error("the cases of an enum", $"index {variant.Index} ({variant.Name}) is there twice");
            }
        }

        return new VariantType(variants);
    }

    private TypeVariant Variant(ref ScaleReader reader)
    {
        var name = reader.Text("the name of an enum's case");
        var fields = Fields(ref reader);
        var index = reader.U8($"the index of case {name}");
        SkipTexts(ref reader);
        return new TypeVariant(name, index, fields);
    }

    private TypeField[] Fields(ref ScaleReader reader) => reader.Vec(Field, "the fields of a type");

    private TypeField TupleField(ref ScaleReader reader) =>
        new(Name: null, Reference(ref reader, "the field of a tuple"), TypeName: null);

    private TypeField Field(ref ScaleReader reader)
    {
        var name = OptionalText(ref reader);
        var type = Reference(ref reader, "the type of a field");
        var typeName = OptionalText(ref reader);
        SkipTexts(ref reader);
        return new TypeField(name, type, typeName);
    }

    private static string? OptionalText(ref ScaleReader reader) =>
        reader.Bool("the name of a field") ? reader.Text("the name of a field") : null;

    private int Reference(ref ScaleReader reader, string what) => TypeReference(ref reader, count, what);
}
