namespace Indexer.GraphQL.Inputs;

/// <summary>An explicit null.</summary>
internal sealed record NullInput : InputNode
{
    public static NullInput Instance { get; } = new();
}
