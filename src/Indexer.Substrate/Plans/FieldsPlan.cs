using Indexer.Substrate.Metadata;
using Indexer.Substrate.Scale;

namespace Indexer.Substrate.Plans;

/// <summary>Fields one after the other: of a struct, of an enum's case, of an event.</summary>
internal sealed class FieldsPlan
{
    private readonly TypePlans plans;
    private readonly int[] types;
    private readonly string?[] names;

    internal FieldsPlan(TypePlans plans, IReadOnlyList<TypeField> fields)
    {
        this.plans = plans;
        types = [.. fields.Select(field => field.Type)];
        names = [.. fields.Select(field => field.Name)];
        Size = types.Aggregate(TypeSize.Fixed(0), (sum, type) => sum + plans.SizeOf(type));
    }

    internal TypeSize Size { get; }

    internal bool IsEmpty => types.Length == 0;

    internal ScaleFields Decode(ref ScaleReader reader, int depth)
    {
        var values = new ScaleValue[types.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = plans[types[i]].Decode(ref reader, depth);
        }

        return new ScaleFields(names, values);
    }

    internal void Skip(ref ScaleReader reader, int depth)
    {
        if (Size.IsFixed)
        {
            reader.Take(Size.Min, "fields that are not needed");
            return;
        }

        foreach (var type in types)
        {
            plans[type].Skip(ref reader, depth);
        }
    }
}
