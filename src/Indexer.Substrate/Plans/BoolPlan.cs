using Indexer.Substrate.Scale;

namespace Indexer.Substrate.Plans;

/// <summary>Truth values.</summary>
internal sealed class BoolPlan(TypeSize size) : TypePlan(size)
{
    internal override ScaleValue Decode(ref ScaleReader reader, int depth) => ScaleBool.Of(reader.Bool());
}
