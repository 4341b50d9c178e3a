namespace Indexer.GraphQL.Language;

/// <summary>A reference to a type.</summary>
internal abstract record TypeNode(Location Location) : Node(Location);
