namespace Indexer.Substrate.Events;

/// <summary>Says which field: by name (a string) or by position from 0 (an int); old runtimes do not name the fields of events.</summary>
public readonly record struct FieldKey
{
    private FieldKey(string? name, int position)
    {
        Name = name;
        Position = position;
    }

    /// <summary>The name, or null when the field is meant by position.</summary>
    public string? Name { get; }

    /// <summary>The position when there is no name.</summary>
    public int Position { get; }

    /// <summary>The field of a name.</summary>
    public static FieldKey FromString(string name) => new(name, -1);

    /// <summary>The field at a position.</summary>
    public static FieldKey FromInt32(int position) => new(name: null, position);

    /// <summary>The field of a name.</summary>
    public static implicit operator FieldKey(string name) => FromString(name);

    /// <summary>The field at a position.</summary>
    public static implicit operator FieldKey(int position) => FromInt32(position);

    /// <inheritdoc />
    public override string ToString() => Name ?? $"#{Position}";
}
