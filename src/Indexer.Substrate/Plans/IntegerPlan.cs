using Indexer.Substrate.Scale;

namespace Indexer.Substrate.Plans;

/// <summary>Integers of a fixed width.</summary>
internal sealed class IntegerPlan(TypeSize size, bool isSigned) : TypePlan(size)
{
    internal override ScaleValue Decode(ref ScaleReader reader, int depth) =>
        (Size.Min, isSigned) switch
        {
            (16, false) => new ScaleInteger(reader.U128()),
            (8, false) => new ScaleInteger(reader.U64()),
            (4, false) => new ScaleInteger(reader.U32()),
            _ => ScaleInteger.FromLittleEndian(reader.Take(Size.Min, "an integer"), isSigned),
        };
}
