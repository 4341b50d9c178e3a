namespace Indexer.Substrate.Chain;

/// <summary>Blocks that one runtime executed.</summary>
/// <param name="From">The first block.</param>
/// <param name="To">The last block.</param>
/// <param name="SpecVersion">The version of the runtime.</param>
public sealed record RuntimeSpan(long From, long To, int SpecVersion);
