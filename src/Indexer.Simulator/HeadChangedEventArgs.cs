namespace Indexer.Simulator;

/// <summary>Which blocks are new on a network.</summary>
/// <param name="from">The lowest new block; after a reorganisation the first replaced one.</param>
/// <param name="to">The head.</param>
public sealed class HeadChangedEventArgs(long from, long to) : EventArgs
{
    /// <summary>The lowest new block.</summary>
    public long From { get; } = from;

    /// <summary>The head.</summary>
    public long To { get; } = to;
}
