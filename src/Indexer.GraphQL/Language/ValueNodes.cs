namespace Indexer.GraphQL.Language;

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
