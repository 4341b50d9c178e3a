using Indexer.Substrate.Scale;

namespace Indexer.Substrate.Plans;

/// <summary>Sequences (the count comes first) and arrays (the type states it) of anything but bytes.</summary>
/// <param name="size">The size of the type.</param>
/// <param name="plans">The plans of all types.</param>
/// <param name="element">The type of the elements.</param>
/// <param name="length">The length of an array; null for a sequence.</param>
internal sealed class SequencePlan(TypeSize size, TypePlans plans, int element, uint? length) : TypePlan(size)
{
    /// <summary>Elements without size cost no bytes, so the bytes left do not bound their number.</summary>
    private const int MaxElementsWithoutSize = 64;

    internal override ScaleValue Decode(ref ScaleReader reader, int depth)
    {
        var plan = plans[element];
        var inner = Deeper(ref reader, depth);
        var items = new ScaleValue[Count(ref reader, plan)];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = plan.Decode(ref reader, inner);
        }

        return new ScaleSequence(items);
    }

    private protected override void SkipVariable(ref ScaleReader reader, int depth)
    {
        var plan = plans[element];
        var inner = Deeper(ref reader, depth);
        var count = Count(ref reader, plan);
        if (plan.Size.IsFixed)
        {
            reader.Take(count * plan.Size.Min, "elements that are not needed");
            return;
        }

        for (; count > 0; count--)
        {
            plan.Skip(ref reader, inner);
        }
    }

    private long Count(ref ScaleReader reader, TypePlan plan)
    {
        var count = length ?? reader.CompactU64("the length of a sequence");
        var max = plan.Size.Min == 0 ? MaxElementsWithoutSize : reader.Remaining / plan.Size.Min;
        return count <= (ulong)max
            ? (long)count
            : throw reader.Error(
                "a sequence",
                $"{count} elements of at least {plan.Size.Min} bytes each are announced"
            );
    }
}
