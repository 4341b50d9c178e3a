namespace Indexer.Substrate;

/// <summary>A struct (named fields) or a tuple (unnamed ones).</summary>
public sealed class ScaleComposite : ScaleValue
{
    internal static readonly ScaleComposite Unit = new(new ScaleFields([], []));

    /// <summary>A struct of the given fields.</summary>
    public ScaleComposite(ScaleFields fields) => Fields = fields;

    /// <summary>The fields in order.</summary>
    public ScaleFields Fields { get; }

    /// <inheritdoc />
    public override string ToString() => $"{{{Fields}}}";
}
