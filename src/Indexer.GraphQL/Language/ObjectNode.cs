namespace Indexer.GraphQL.Language;

/// <summary>An input object.</summary>
internal sealed record ObjectNode(Location Location, IReadOnlyList<ObjectFieldNode> Fields) : ValueNode(Location);
