namespace Indexer.GraphQL.Language;

/// <summary>A reference to a type.</summary>
internal abstract record TypeNode(Location Location) : Node(Location);

/// <summary>A reference to a type by name.</summary>
internal sealed record NamedTypeNode(Location Location, string Name) : TypeNode(Location)
{
    public override string ToString() => Name;
}

/// <summary>A list type.</summary>
internal sealed record ListTypeNode(Location Location, TypeNode Of) : TypeNode(Location)
{
    public override string ToString() => $"[{Of}]";
}

/// <summary>A non-null type.</summary>
internal sealed record NonNullTypeNode(Location Location, TypeNode Of) : TypeNode(Location)
{
    public override string ToString() => $"{Of}!";
}
