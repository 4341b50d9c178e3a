namespace Indexer.GraphQL.Language;

/// <summary>A list type.</summary>
internal sealed record ListTypeNode(Location Location, TypeNode Of) : TypeNode(Location)
{
    public override string ToString() => $"[{Of}]";
}
