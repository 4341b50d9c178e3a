namespace Indexer.Substrate;

/// <summary>Text, of the type <c>str</c>.</summary>
public sealed class ScaleString : ScaleValue
{
    /// <summary>A value of the given text.</summary>
    public ScaleString(string value) => Value = value;

    /// <summary>The text.</summary>
    public string Value { get; }

    /// <inheritdoc />
    public override string ToString() => Value;
}
