using Indexer.Substrate.Scale;

namespace Indexer.Substrate.Plans;

/// <summary>Structs and tuples.</summary>
internal sealed class CompositePlan(TypeSize size, FieldsPlan fields) : TypePlan(size)
{
    internal override ScaleValue Decode(ref ScaleReader reader, int depth) =>
        new ScaleComposite(fields.Decode(ref reader, Deeper(ref reader, depth)));

    private protected override void SkipVariable(ref ScaleReader reader, int depth) =>
        fields.Skip(ref reader, Deeper(ref reader, depth));
}
