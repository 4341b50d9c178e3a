namespace Indexer.Snapshot;

/// <summary>All votes that the hub has on a proposal now.</summary>
/// <param name="Time">When, by the hub's own clock.</param>
/// <param name="Votes">The votes, the oldest first.</param>
/// <param name="LeftOut">Votes that cannot be read.</param>
public sealed record SnapshotVotes(
    DateTimeOffset Time,
    IReadOnlyList<SnapshotVote> Votes,
    IReadOnlyList<LeftOut> LeftOut
);
