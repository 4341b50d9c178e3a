using System.Text;
using Indexer.Substrate.Scale;

namespace Indexer.Substrate.Plans;

/// <summary>Unicode scalar values in four bytes.</summary>
internal sealed class CharPlan(TypeSize size) : TypePlan(size)
{
    internal override ScaleValue Decode(ref ScaleReader reader, int depth)
    {
        var code = reader.U32("a char");
        return Rune.TryCreate(code, out var rune)
            ? new ScaleString(rune.ToString())
            : throw reader.Error("a char", $"{code} is no Unicode scalar value");
    }
}
