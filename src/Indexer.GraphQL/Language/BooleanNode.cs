namespace Indexer.GraphQL.Language;

/// <summary>True or false.</summary>
internal sealed record BooleanNode(Location Location, bool Value) : ValueNode(Location);
