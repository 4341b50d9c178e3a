namespace Indexer.GraphQL.Language;

/// <summary>The definition of a variable.</summary>
internal sealed record VariableDefinitionNode(
    Location Location,
    VariableNode Variable,
    TypeNode Type,
    ValueNode? Default,
    IReadOnlyList<DirectiveNode> Directives
) : Node(Location);
