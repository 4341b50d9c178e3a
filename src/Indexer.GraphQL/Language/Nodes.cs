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

/// <summary>A value, literal or variable.</summary>
internal abstract record ValueNode(Location Location) : Node(Location);

/// <summary>A variable.</summary>
internal sealed record VariableNode(Location Location, string Name) : ValueNode(Location);

/// <summary>A number without fraction and exponent.</summary>
internal sealed record IntNode(Location Location, string Text) : ValueNode(Location);

/// <summary>A number with a fraction or exponent.</summary>
internal sealed record FloatNode(Location Location, string Text) : ValueNode(Location);

/// <summary>A string.</summary>
internal sealed record StringNode(Location Location, string Value, bool IsBlock) : ValueNode(Location);

/// <summary>True or false.</summary>
internal sealed record BooleanNode(Location Location, bool Value) : ValueNode(Location);

/// <summary>Null.</summary>
internal sealed record NullNode(Location Location) : ValueNode(Location);

/// <summary>An enum value.</summary>
internal sealed record EnumNode(Location Location, string Name) : ValueNode(Location);

/// <summary>A list of values.</summary>
internal sealed record ListNode(Location Location, IReadOnlyList<ValueNode> Items) : ValueNode(Location);

/// <summary>An input object.</summary>
internal sealed record ObjectNode(Location Location, IReadOnlyList<ObjectFieldNode> Fields) : ValueNode(Location);

/// <summary>A field of an input object.</summary>
internal sealed record ObjectFieldNode(Location Location, NameNode Name, ValueNode Value) : Node(Location);

/// <summary>A reference to a type.</summary>
internal abstract record TypeNode(Location Location) : Node(Location);

/// <summary>A reference to a type by name.</summary>
internal sealed record NamedTypeNode(Location Location, string Name) : TypeNode(Location)
{
    public override string ToString() => Name;
}

/// <summary>A list type.</summary>
internal sealed record ListTypeNode(Location Location, TypeNode Of) : TypeNode(Location)
{
    public override string ToString() => $"[{Of}]";
}

/// <summary>A non-null type.</summary>
internal sealed record NonNullTypeNode(Location Location, TypeNode Of) : TypeNode(Location)
{
    public override string ToString() => $"{Of}!";
}

/// <summary>A place in a document.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 code units.</param>
public readonly record struct Location(int Line, int Column);
