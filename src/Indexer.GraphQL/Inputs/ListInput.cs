namespace Indexer.GraphQL.Inputs;

/// <summary>A list of input objects or lists.</summary>
internal sealed record ListInput(IReadOnlyList<InputNode> Items) : InputNode;
