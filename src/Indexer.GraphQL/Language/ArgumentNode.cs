namespace Indexer.GraphQL.Language;

/// <summary>An argument of a field or directive.</summary>
internal sealed record ArgumentNode(Location Location, NameNode Name, ValueNode Value) : Node(Location);
