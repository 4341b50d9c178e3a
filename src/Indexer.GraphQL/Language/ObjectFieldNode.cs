namespace Indexer.GraphQL.Language;

/// <summary>A field of an input object.</summary>
internal sealed record ObjectFieldNode(Location Location, NameNode Name, ValueNode Value) : Node(Location);
