using Indexer.Substrate.Scale;

namespace Indexer.Substrate.Plans;

/// <summary>UTF-8 text.</summary>
internal sealed class TextPlan(TypeSize size) : TypePlan(size)
{
    internal override ScaleValue Decode(ref ScaleReader reader, int depth) => new ScaleString(reader.Text());

    private protected override void SkipVariable(ref ScaleReader reader, int depth) => reader.Bytes("text");
}
