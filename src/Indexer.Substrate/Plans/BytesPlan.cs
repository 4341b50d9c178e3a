using Indexer.Substrate.Scale;

namespace Indexer.Substrate.Plans;

/// <summary>Arrays and sequences of <c>u8</c>.</summary>
internal sealed class BytesPlan(TypeSize size) : TypePlan(size)
{
    internal override ScaleValue Decode(ref ScaleReader reader, int depth) =>
        new ScaleBytes(Size.IsFixed ? reader.Take(Size.Min) : reader.Bytes());

    private protected override void SkipVariable(ref ScaleReader reader, int depth) => reader.Bytes();
}
