namespace Indexer.GraphQL.Language;

/// <summary>A string.</summary>
internal sealed record StringNode(Location Location, string Value, bool IsBlock) : ValueNode(Location);
