namespace Indexer.GraphQL.Language;

/// <summary>A part of a document and where it begins.</summary>
internal abstract record Node(Location Location);

/// <summary>A name.</summary>
internal sealed record NameNode(Location Location, string Value) : Node(Location);

/// <summary>A whole document.</summary>
internal sealed record DocumentNode(Location Location, IReadOnlyList<DefinitionNode> Definitions) : Node(Location);

/// <summary>A definition at the top of a document.</summary>
internal abstract record DefinitionNode(Location Location) : Node(Location);

/// <summary>A query, mutation or subscription.</summary>
internal sealed record OperationNode(
    Location Location,
    OperationKind Kind,
    NameNode? Name,
    IReadOnlyList<VariableDefinitionNode> Variables,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode Selections
) : DefinitionNode(Location);

/// <summary>The kind of an operation.</summary>
internal enum OperationKind
{
    Query,
    Mutation,
    Subscription,
}

/// <summary>The definition of a variable.</summary>
internal sealed record VariableDefinitionNode(
    Location Location,
    VariableNode Variable,
    TypeNode Type,
    ValueNode? Default,
    IReadOnlyList<DirectiveNode> Directives
) : Node(Location);

/// <summary>A named fragment.</summary>
internal sealed record FragmentNode(
    Location Location,
    NameNode Name,
    NamedTypeNode Condition,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode Selections
) : DefinitionNode(Location);

/// <summary>A definition or extension of a schema, type or directive: no request has a use for it, so it is not read on.</summary>
/// <param name="Location">Where it begins.</param>
/// <param name="Name">What it defines; null for the schema.</param>
internal sealed record TypeSystemNode(Location Location, NameNode? Name) : DefinitionNode(Location);
