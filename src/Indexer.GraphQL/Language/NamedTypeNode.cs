namespace Indexer.GraphQL.Language;

/// <summary>A reference to a type by name.</summary>
internal sealed record NamedTypeNode(Location Location, string Name) : TypeNode(Location)
{
    public override string ToString() => Name;
}
