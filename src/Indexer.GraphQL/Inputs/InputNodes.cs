using Indexer.GraphQL.Execution;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Inputs;

/// <summary>
/// A coerced input value. Everything the text of SQL may depend on is in the tree itself; what only becomes a
/// parameter is behind <see cref="LeafInput"/>, so that a plan can be used again with other values.
/// </summary>
internal abstract record InputNode;

/// <summary>An explicit null.</summary>
internal sealed record NullInput : InputNode
{
    public static NullInput Instance { get; } = new();
}

/// <summary>A boolean; like an enum value it may decide the text of SQL.</summary>
internal sealed record BooleanInput(bool Value) : InputNode;

/// <summary>An enum value.</summary>
internal sealed record EnumInput(EnumValue Value) : InputNode;

/// <summary>A scalar, or a list of scalars or enum values.</summary>
/// <param name="Read">From the leaves of the variables to the value; an enum value is its stored text, a list an
/// <see cref="IReadOnlyList{T}"/>.</param>
/// <param name="IsConstant">Whether it is the same for all variables: written in the document or a default.</param>
internal sealed record LeafInput(Func<object?[], object?> Read, bool IsConstant = false) : InputNode
{
    public static LeafInput Constant(object? value) => new(_ => value, IsConstant: true);
}

/// <summary>A list of input objects or lists.</summary>
internal sealed record ListInput(IReadOnlyList<InputNode> Items) : InputNode;

/// <summary>An input object; fields that were left out are absent.</summary>
internal sealed record ObjectInput(IReadOnlyList<KeyValuePair<string, InputNode>> Fields) : InputNode
{
    public InputNode? this[string name] => Fields.FirstOrDefault(field => field.Key == name).Value;
}

/// <summary>The variables of one request.</summary>
/// <param name="Values">By name; a variable that was left out and has no default is absent.</param>
/// <param name="Leaves">The values that only become parameters.</param>
/// <param name="Shape">Everything about the variables that the text of SQL may depend on.</param>
/// <param name="Work">Counts what is made of them, and of the literals around them.</param>
internal sealed record CoercedVariables(
    IReadOnlyDictionary<string, InputNode> Values,
    object?[] Leaves,
    string Shape,
    PreparationWork Work
);
