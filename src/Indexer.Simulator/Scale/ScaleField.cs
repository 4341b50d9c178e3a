namespace Indexer.Simulator.Scale;

/// <summary>A field of a composite or variant; unnamed fields have no name.</summary>
internal sealed record ScaleField(string? Name, ScaleType Type);
