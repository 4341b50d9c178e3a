namespace Indexer.GraphQL.Language;

/// <summary>The use of a named fragment.</summary>
internal sealed record FragmentSpreadNode(Location Location, NameNode Name, IReadOnlyList<DirectiveNode> Directives)
    : SelectionNode(Location, Directives);
