namespace Indexer.GraphQL.Language;

/// <summary>Null.</summary>
internal sealed record NullNode(Location Location) : ValueNode(Location);
