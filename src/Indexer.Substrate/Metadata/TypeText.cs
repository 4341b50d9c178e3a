namespace Indexer.Substrate.Metadata;

/// <summary>A type as text spells it: in metadata before version 14, and in <see cref="NamedTypes"/>.</summary>
internal abstract record TypeText
{
    /// <summary>A type by its name, without the path to it. What belongs to it in angle brackets matters for few.</summary>
    internal sealed record Named(string Name, IReadOnlyList<TypeText> Arguments) : TypeText;

    /// <summary>An array of fixed length.</summary>
    internal sealed record Array(TypeText Element, uint Length) : TypeText;

    /// <summary>A sequence.</summary>
    internal sealed record Sequence(TypeText Element) : TypeText;

    /// <summary>A tuple, or a struct where the fields have names.</summary>
    internal sealed record Struct(IReadOnlyList<Field> Fields) : TypeText;

    /// <summary>An enum.</summary>
    internal sealed record Enum(IReadOnlyList<Case> Cases) : TypeText;

    /// <summary>A field of a struct or of an enum's case.</summary>
    internal sealed record Field(string? Name, TypeText Type);

    /// <summary>A case of an enum.</summary>
    internal sealed record Case(string Name, byte Index, IReadOnlyList<Field> Fields);
}
