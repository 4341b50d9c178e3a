namespace Indexer.Substrate;

/// <summary>Fields in the order of the type, each with its name where the type names it.</summary>
public sealed class ScaleFields
{
    /// <summary>Fields of the given names and values, one name for each value.</summary>
    public ScaleFields(IReadOnlyList<string?> names, IReadOnlyList<ScaleValue> values)
    {
        Names = names;
        Values = values;
    }

    /// <summary>The names, snake_case as in the runtime; null for a field of a tuple. As many as the values.</summary>
    public IReadOnlyList<string?> Names { get; }

    /// <summary>The values.</summary>
    public IReadOnlyList<ScaleValue> Values { get; }

    /// <inheritdoc />
    public override string ToString() =>
        string.Join(", ", Names.Zip(Values, (name, value) => name is null ? $"{value}" : $"{name}: {value}"));
}
