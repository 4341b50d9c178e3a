namespace Indexer.GraphQL.Inputs;

/// <summary>A scalar, or a list of scalars or enum values.</summary>
/// <param name="Read">From the leaves of the variables to the value; an enum value is its stored text, a list an
/// <see cref="IReadOnlyList{T}"/>.</param>
internal sealed record LeafInput(Func<object?[], object?> Read) : InputNode
{
    public static LeafInput Constant(object? value) => new(_ => value);
}
