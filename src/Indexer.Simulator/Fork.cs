namespace Indexer.Simulator;

/// <summary>A reorganisation: blocks above the height follow another plan.</summary>
internal sealed record Fork(long Height, ulong Salt);
