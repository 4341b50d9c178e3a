namespace Indexer.GraphQL.Language;

/// <summary>A field or fragment in a selection set.</summary>
internal abstract record SelectionNode(Location Location, IReadOnlyList<DirectiveNode> Directives) : Node(Location);
