namespace Indexer.GraphQL.Inputs;

/// <summary>A scalar, or a list of scalars or enum values.</summary>
/// <param name="Read">From the leaves of the variables to the value; an enum value is its stored text, a list an
/// <see cref="IReadOnlyList{T}"/>.</param>
/// <param name="IsConstant">Whether it is the same for all variables: written in the document or a default.</param>
internal sealed record LeafInput(Func<object?[], object?> Read, bool IsConstant = false) : InputNode
{
    public static LeafInput Constant(object? value) => new(_ => value, IsConstant: true);
}
