namespace Indexer.GraphQL.Language;

/// <summary>A whole document.</summary>
internal sealed record DocumentNode(Location Location, IReadOnlyList<DefinitionNode> Definitions) : Node(Location);
