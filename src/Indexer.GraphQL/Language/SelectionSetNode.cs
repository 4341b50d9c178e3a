namespace Indexer.GraphQL.Language;

/// <summary>What is selected of an object.</summary>
internal sealed record SelectionSetNode(Location Location, IReadOnlyList<SelectionNode> Selections) : Node(Location);
