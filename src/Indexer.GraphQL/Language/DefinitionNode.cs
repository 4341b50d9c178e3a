namespace Indexer.GraphQL.Language;

/// <summary>A definition at the top of a document.</summary>
internal abstract record DefinitionNode(Location Location) : Node(Location);
