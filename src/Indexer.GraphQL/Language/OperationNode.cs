namespace Indexer.GraphQL.Language;

/// <summary>A query, mutation or subscription.</summary>
internal sealed record OperationNode(
    Location Location,
    OperationKind Kind,
    NameNode? Name,
    IReadOnlyList<VariableDefinitionNode> Variables,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode Selections
) : DefinitionNode(Location);
