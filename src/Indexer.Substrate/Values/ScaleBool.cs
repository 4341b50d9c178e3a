namespace Indexer.Substrate;

/// <summary>A truth value.</summary>
public sealed class ScaleBool : ScaleValue
{
    internal static readonly ScaleBool True = new(value: true);
    internal static readonly ScaleBool False = new(value: false);

    private ScaleBool(bool value) => Value = value;

    /// <summary>The value.</summary>
    public bool Value { get; }

    /// <summary>The value of a truth.</summary>
    public static ScaleBool Of(bool value) => value ? True : False;

    /// <inheritdoc />
    public override string ToString() => Value ? "true" : "false";
}
