namespace Indexer.GraphQL.Language;

/// <summary>An enum value.</summary>
internal sealed record EnumNode(Location Location, string Name) : ValueNode(Location);
