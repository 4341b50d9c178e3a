namespace Indexer.Substrate;

/// <summary>One case of an enum, with the fields of that case. Options are enums of the cases None and Some.</summary>
public sealed class ScaleVariant : ScaleValue
{
    /// <summary>A case with the given fields.</summary>
    public ScaleVariant(string name, ScaleFields fields)
    {
        Name = name;
        Fields = fields;
    }

    /// <summary>The name of the case.</summary>
    public string Name { get; }

    /// <summary>The fields of the case; empty for most.</summary>
    public ScaleFields Fields { get; }

    /// <inheritdoc />
    public override string ToString() => Fields.Values.Count == 0 ? Name : $"{Name}{{{Fields}}}";
}
