namespace Indexer.GraphQL.Language;

/// <summary>A non-null type.</summary>
internal sealed record NonNullTypeNode(Location Location, TypeNode Of) : TypeNode(Location)
{
    public override string ToString() => $"{Of}!";
}
