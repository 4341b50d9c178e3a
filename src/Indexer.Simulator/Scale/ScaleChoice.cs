namespace Indexer.Simulator.Scale;

/// <summary>A value of a variant type: the variant's name and its fields.</summary>
internal sealed record ScaleChoice(string Variant, params object?[] Fields);
