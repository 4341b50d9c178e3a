using Indexer.Substrate.Scale;

namespace Indexer.Substrate.Plans;

/// <summary>Compact integers, held to the width of the type that they compress.</summary>
internal sealed class CompactPlan(TypeSize size, int width) : TypePlan(size)
{
    internal override ScaleValue Decode(ref ScaleReader reader, int depth)
    {
        var value = reader.Compact();
        return width == 32 || (value.TryGetU128(out var number) && (width == 16 || number >> (8 * width) == 0))
            ? value
            : throw reader.Error("compact integer", $"{value} has more than {width} bytes");
    }

    private protected override void SkipVariable(ref ScaleReader reader, int depth)
    {
        var first = reader.U8("compact integer");
        var rest = (first & 3) switch
        {
            0 => 0,
            1 => 1,
            2 => 3,
            _ => (first >> 2) + 4,
        };
        reader.Take(rest, "compact integer");
    }
}
