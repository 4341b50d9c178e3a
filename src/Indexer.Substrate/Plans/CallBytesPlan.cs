using Indexer.Substrate.Scale;

namespace Indexer.Substrate.Plans;

/// <summary>Calls among other values, such as those on the Scheduler's agenda: their bytes, which a call decoder reads.</summary>
/// <param name="size">The size of the type's values.</param>
/// <param name="call">How to find the end of a call.</param>
internal sealed class CallBytesPlan(TypeSize size, TypePlan call) : TypePlan(size)
{
    internal override ScaleValue Decode(ref ScaleReader reader, int depth)
    {
        var start = reader;
        call.Skip(ref reader, depth);
        return new ScaleBytes(start.Take(reader.Offset - start.Offset));
    }

    private protected override void SkipVariable(ref ScaleReader reader, int depth) => call.Skip(ref reader, depth);
}
