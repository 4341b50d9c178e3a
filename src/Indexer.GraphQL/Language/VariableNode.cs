namespace Indexer.GraphQL.Language;

/// <summary>A variable.</summary>
internal sealed record VariableNode(Location Location, string Name) : ValueNode(Location);
