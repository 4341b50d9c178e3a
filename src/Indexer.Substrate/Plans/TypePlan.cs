using Indexer.Substrate.Scale;

namespace Indexer.Substrate.Plans;

/// <summary>How to decode and how to skip a value of one type.</summary>
/// <param name="size">The size of the type's values.</param>
internal abstract class TypePlan(TypeSize size)
{
    /// <summary>Values nest no deeper than this in any runtime; deeper ones would exhaust the stack.</summary>
    private const int MaxDepth = 256;

    /// <summary>The size of the type's values.</summary>
    internal TypeSize Size => size;

    /// <summary>Decodes the value at the reader.</summary>
    /// <param name="reader">Moved past the value.</param>
    /// <param name="depth">How many values hold this one.</param>
    internal abstract ScaleValue Decode(ref ScaleReader reader, int depth);

    /// <summary>Moves past the value at the reader without making anything of it.</summary>
    /// <param name="reader">Moved past the value.</param>
    /// <param name="depth">How many values hold this one.</param>
    internal void Skip(ref ScaleReader reader, int depth)
    {
        if (size.IsFixed)
        {
            reader.Take(size.Min, "a value that is not needed");
        }
        else
        {
            SkipVariable(ref reader, depth);
        }
    }

    /// <summary>Moves past a value whose size has to be read from it.</summary>
    private protected virtual void SkipVariable(ref ScaleReader reader, int depth) => Decode(ref reader, depth);

    /// <summary>The depth of the values inside a value at the given depth.</summary>
    private protected static int Deeper(ref ScaleReader reader, int depth) =>
        depth < MaxDepth ? depth + 1 : throw reader.Error("a value", $"values nest deeper than {MaxDepth}");
}
