using Indexer.Substrate.Scale;

namespace Indexer.Substrate.Plans;

/// <summary>A type that has no encoding, such as the compact form of text: an error only where a value of it turns up.</summary>
internal sealed class UnreadablePlan(TypeSize size, string problem) : TypePlan(size)
{
    internal override ScaleValue Decode(ref ScaleReader reader, int depth) => throw reader.Error("a value", problem);
}
