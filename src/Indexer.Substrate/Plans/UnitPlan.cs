using Indexer.Substrate.Scale;

namespace Indexer.Substrate.Plans;

/// <summary>Types whose only value takes no bytes: the empty tuple, PhantomData, and what is made of them.</summary>
internal sealed class UnitPlan() : TypePlan(TypeSize.Fixed(0))
{
    internal override ScaleValue Decode(ref ScaleReader reader, int depth) => ScaleComposite.Unit;
}
