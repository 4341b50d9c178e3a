namespace Indexer.Simulator.Scale;

internal sealed record ScaleVariant(string Name, byte Index, IReadOnlyList<ScaleField> Fields);
