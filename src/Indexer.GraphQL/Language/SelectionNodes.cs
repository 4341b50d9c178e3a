namespace Indexer.GraphQL.Language;

/// <summary>What is selected of an object.</summary>
internal sealed record SelectionSetNode(Location Location, IReadOnlyList<SelectionNode> Selections) : Node(Location);

/// <summary>A field or fragment in a selection set.</summary>
internal abstract record SelectionNode(Location Location, IReadOnlyList<DirectiveNode> Directives) : Node(Location);

/// <summary>A selected field.</summary>
internal sealed record FieldNode(
    Location Location,
    NameNode? Alias,
    NameNode Name,
    IReadOnlyList<ArgumentNode> Arguments,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode? Selections
) : SelectionNode(Location, Directives)
{
    /// <summary>The key of the field in the response.</summary>
    public string ResponseKey => (Alias ?? Name).Value;
}

/// <summary>The use of a named fragment.</summary>
internal sealed record FragmentSpreadNode(Location Location, NameNode Name, IReadOnlyList<DirectiveNode> Directives)
    : SelectionNode(Location, Directives);

/// <summary>A fragment in place.</summary>
internal sealed record InlineFragmentNode(
    Location Location,
    NamedTypeNode? Condition,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode Selections
) : SelectionNode(Location, Directives);

/// <summary>An argument of a field or directive.</summary>
internal sealed record ArgumentNode(Location Location, NameNode Name, ValueNode Value) : Node(Location);

/// <summary>The use of a directive.</summary>
internal sealed record DirectiveNode(Location Location, NameNode Name, IReadOnlyList<ArgumentNode> Arguments)
    : Node(Location);
