namespace Indexer.Simulator;

/// <summary>What happened to a vote.</summary>
public enum VoteChangeKind
{
    /// <summary>Cast for the first time, or again after a removal.</summary>
    Cast,

    /// <summary>Replaced an earlier vote.</summary>
    Replaced,

    /// <summary>Removed while the referendum was open: it does not count. No event tells of it.</summary>
    Removed,

    /// <summary>Removed after the end or the cancellation: the result stays. No event tells of it.</summary>
    RemovedAfterEnd,
}
