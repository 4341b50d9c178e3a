namespace Indexer.GraphQL.Language;

/// <summary>A value, literal or variable.</summary>
internal abstract record ValueNode(Location Location) : Node(Location);
