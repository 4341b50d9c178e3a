namespace Indexer.Substrate;

/// <summary>A sequence or array of values of one type, or a bit sequence (as <see cref="ScaleBool"/> in bit order).</summary>
public sealed class ScaleSequence : ScaleValue
{
    /// <summary>A sequence of the given values.</summary>
    public ScaleSequence(IReadOnlyList<ScaleValue> items) => Items = items;

    /// <summary>The elements in order.</summary>
    public IReadOnlyList<ScaleValue> Items { get; }

    /// <inheritdoc />
    public override string ToString() => $"[{string.Join(", ", Items)}]";
}
