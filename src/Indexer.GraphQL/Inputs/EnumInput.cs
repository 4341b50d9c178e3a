using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Inputs;

/// <summary>An enum value.</summary>
internal sealed record EnumInput(EnumValue Value) : InputNode;
