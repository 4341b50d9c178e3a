namespace Indexer.GraphQL.Language;

/// <summary>A fragment in place.</summary>
internal sealed record InlineFragmentNode(
    Location Location,
    NamedTypeNode? Condition,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode Selections
) : SelectionNode(Location, Directives);
