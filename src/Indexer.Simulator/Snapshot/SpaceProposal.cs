namespace Indexer.Simulator.Snapshot;

/// <summary>A proposal as a hub has it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Author">Address of its author, as the hub writes it.</param>
/// <param name="Type">Its voting type.</param>
/// <param name="Created">When it was made, in seconds since 1970.</param>
/// <param name="Start">When its voting begins.</param>
/// <param name="End">When its voting ends.</param>
/// <param name="Title">Its title.</param>
/// <param name="Body">Its text.</param>
/// <param name="Choices">Its choices.</param>
public sealed record SpaceProposal(
    string Id,
    string Author,
    string Type,
    long Created,
    long Start,
    long End,
    string Title,
    string Body,
    IReadOnlyList<string> Choices
)
{
    /// <summary>The block of Ethereum at which its strategies look.</summary>
    public long SnapshotBlock { get; init; }

    /// <summary>When it was last edited; null when never.</summary>
    public long? Updated { get; init; }

    /// <summary>Whether the hub flagged it.</summary>
    public bool IsFlagged { get; init; }

    /// <summary>The weight that it asks for.</summary>
    public double Quorum { get; init; }

    /// <summary><c>shutter</c> when votes are hidden until the end, else empty.</summary>
    public string Privacy { get; init; } = "";

    /// <summary>Whether its scores can change no more.</summary>
    public bool IsFinal { get; init; }

    /// <summary><c>pending</c>, <c>active</c> or <c>closed</c> at a time.</summary>
    /// <param name="time">Seconds since 1970.</param>
    public string StateAt(long time) =>
        time < Start ? "pending"
        : time < End ? "active"
        : "closed";
}
