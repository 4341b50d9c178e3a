namespace Indexer.GraphQL.Inputs;

/// <summary>A boolean; like an enum value it may decide the text of SQL.</summary>
internal sealed record BooleanInput(bool Value) : InputNode;
