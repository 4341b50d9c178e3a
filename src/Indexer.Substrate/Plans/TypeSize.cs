namespace Indexer.Substrate.Plans;

/// <summary>How many bytes the values of a type take.</summary>
/// <param name="Min">No value takes fewer; for a fixed size, all take as many.</param>
/// <param name="IsFixed">Whether all values take the same.</param>
internal readonly record struct TypeSize(long Min, bool IsFixed)
{
    /// <summary>Sizes are cut off here: a value of such a size cannot be in a block.</summary>
    internal const long Limit = int.MaxValue;

    internal static TypeSize Fixed(long size) => new(size, IsFixed: true);

    internal static TypeSize AtLeast(long size) => new(size, IsFixed: false);

    /// <summary>The size of one value after the other.</summary>
    public static TypeSize operator +(TypeSize left, TypeSize right) =>
        new(Math.Min(left.Min + right.Min, Limit), left.IsFixed && right.IsFixed);

    /// <summary>The size of many values one after the other.</summary>
    internal TypeSize Times(uint count) => new(Math.Min(Min * count, Limit), IsFixed);
}
