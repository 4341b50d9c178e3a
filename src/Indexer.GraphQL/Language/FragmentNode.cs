namespace Indexer.GraphQL.Language;

/// <summary>A named fragment.</summary>
internal sealed record FragmentNode(
    Location Location,
    NameNode Name,
    NamedTypeNode Condition,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode Selections
) : DefinitionNode(Location);
