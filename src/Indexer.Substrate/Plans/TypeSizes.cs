using Indexer.Substrate.Metadata;

namespace Indexer.Substrate.Plans;

/// <summary>
/// The sizes of all types of a registry. A type may hold itself behind a sequence or an enum only, which are not looked
/// into; any other nesting is finite and shallow, so that a registry that nests deeper is corrupt.
/// </summary>
internal sealed class TypeSizes
{
    private const int MaxNesting = 128;
    private readonly IReadOnlyList<PortableType> types;
    private readonly TypeSize?[] known;

    private TypeSizes(IReadOnlyList<PortableType> types)
    {
        this.types = types;
        known = new TypeSize?[types.Count];
    }

    /// <summary>The sizes by type id.</summary>
    /// <exception cref="MetadataException">A type holds itself, or types nest too deep.</exception>
    internal static TypeSize[] Of(IReadOnlyList<PortableType> types)
    {
        var sizes = new TypeSizes(types);
        return [.. Enumerable.Range(0, types.Count).Select(id => sizes.Size(id, 0))];
    }

    private TypeSize Size(int id, int nesting)
    {
        if (nesting > MaxNesting)
        {
            throw new MetadataException($"Type {id} of the runtime metadata holds itself or nests too deep.");
        }

        return known[id] ??= types[id].Definition switch
        {
            CompositeType type => type.Fields.Aggregate(
                TypeSize.Fixed(0),
                (sum, field) => sum + Size(field.Type, nesting + 1)
            ),
            ArrayType type => Size(type.Element, nesting + 1).Times(type.Length),
            VariantType type => new TypeSize(1, IsFixed: type.Variants.All(variant => variant.Fields.Count == 0)),
            PrimitiveType { Primitive: Primitive.Str } => TypeSize.AtLeast(1),
            PrimitiveType type => TypeSize.Fixed(WidthOf(type.Primitive)),
            CompactType type when Size(type.Inner, nesting + 1) == TypeSize.Fixed(0) => TypeSize.Fixed(0),
            _ => TypeSize.AtLeast(1),
        };
    }

    /// <summary>The bytes of a primitive that is not text.</summary>
    internal static int WidthOf(Primitive primitive) =>
        primitive switch
        {
            Primitive.Bool or Primitive.U8 or Primitive.I8 => 1,
            Primitive.U16 or Primitive.I16 => 2,
            Primitive.Char or Primitive.U32 or Primitive.I32 => 4,
            Primitive.U64 or Primitive.I64 => 8,
            Primitive.U128 or Primitive.I128 => 16,
            Primitive.U256 or Primitive.I256 => 32,
            _ => throw new ArgumentOutOfRangeException(nameof(primitive), primitive, "Text has no fixed width."),
        };
}
