namespace Indexer.GraphQL.Language;

/// <summary>A name.</summary>
internal sealed record NameNode(Location Location, string Value) : Node(Location);
