using Indexer.Substrate.Metadata;

namespace Indexer.Substrate.Plans;

/// <summary>
/// The plans of all types of a runtime by id, made once. Plans refer to each other by id, because types may refer to
/// themselves.
/// </summary>
internal sealed class TypePlans
{
    private readonly IReadOnlyList<PortableType> types;
    private readonly TypeSize[] sizes;
    private readonly TypePlan[] plans;

    /// <summary>Makes the plans.</summary>
    /// <exception cref="MetadataException">Types hold themselves.</exception>
    internal TypePlans(RuntimeMetadata metadata)
    {
        types = metadata.Types;
        sizes = TypeSizes.Of(types);
        plans = new TypePlan[types.Count];
        for (var id = 0; id < plans.Length; id++)
        {
            plans[id] = Plan(id);
        }

        if (metadata.Extrinsics is { Call: var call })
        {
            plans[call] = new CallBytesPlan(sizes[call], plans[call]);
        }
    }

    internal TypePlan this[int type] => plans[type];

    internal TypeSize SizeOf(int type) => sizes[type];

    internal TypeDefinition Definition(int type) => types[type].Definition;

    private TypePlan Plan(int id)
    {
        var size = sizes[id];
        return size == TypeSize.Fixed(0)
            ? new UnitPlan()
            : Unwrap(id, static field => field.Name is null) switch
            {
                CompositeType type => new CompositePlan(size, new FieldsPlan(this, type.Fields)),
                VariantType type => new VariantPlan(size, this, type.Variants),
                SequenceType type => IsByte(type.Element)
                    ? new BytesPlan(size)
                    : new SequencePlan(size, this, type.Element, length: null),
                ArrayType type => IsByte(type.Element)
                    ? new BytesPlan(size)
                    : new SequencePlan(size, this, type.Element, type.Length),
                PrimitiveType type => Primitive(size, type.Primitive),
                CompactType type => Compact(size, type.Inner),
                BitSequenceType type => BitSequence(size, type),
                UnknownType type => new UnreadablePlan(size, type.Problem),
                var other => throw new InvalidOperationException($"No plan is known for {other}."),
            };
    }

    /// <summary>The definition behind structs of one field only; finite, because the sizes are known.</summary>
    private TypeDefinition Unwrap(int id, Func<TypeField, bool> isWrapping)
    {
        var definition = types[id].Definition;
        while (definition is CompositeType { Fields: [var only] } && isWrapping(only))
        {
            definition = types[only.Type].Definition;
        }

        return definition;
    }

    private bool IsByte(int id) =>
        Unwrap(id, static field => field.Name is null) is PrimitiveType { Primitive: Metadata.Primitive.U8 };

    private static TypePlan Primitive(TypeSize size, Primitive primitive) =>
        primitive switch
        {
            Metadata.Primitive.Bool => new BoolPlan(size),
            Metadata.Primitive.Char => new CharPlan(size),
            Metadata.Primitive.Str => new TextPlan(size),
            _ => new IntegerPlan(size, isSigned: primitive >= Metadata.Primitive.I8),
        };

    private TypePlan Compact(TypeSize size, int inner) =>
        Unwrap(inner, static _ => true)
            is PrimitiveType { Primitive: >= Metadata.Primitive.U8 and < Metadata.Primitive.I8 } type
            ? new CompactPlan(size, TypeSizes.WidthOf(type.Primitive))
            : new UnreadablePlan(size, $"type {inner} has no compact form");

    private TypePlan BitSequence(TypeSize size, BitSequenceType type)
    {
        var order = types[type.Order].Path is [.., var last] ? last : "";
        return
            types[type.Store].Definition
                is PrimitiveType { Primitive: >= Metadata.Primitive.U8 and <= Metadata.Primitive.U64 } store
            && order is "Lsb0" or "Msb0"
            ? new BitSequencePlan(size, 8 * TypeSizes.WidthOf(store.Primitive), order == "Msb0")
            : new UnreadablePlan(size, $"bits in words of type {type.Store} and order \"{order}\" have no encoding");
    }
}
