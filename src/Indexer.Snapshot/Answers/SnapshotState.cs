namespace Indexer.Snapshot;

/// <summary>Where the voting of a proposal stands, by the hub's clock.</summary>
public enum SnapshotState
{
    /// <summary>It has not begun.</summary>
    Pending,

    /// <summary>It goes on.</summary>
    Active,

    /// <summary>It has ended.</summary>
    Closed,
}
