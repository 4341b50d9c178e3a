namespace Indexer.Snapshot;

/// <summary>All proposals that a space has now.</summary>
/// <param name="Time">When, by the hub's own clock.</param>
/// <param name="Proposals">The proposals, the oldest first.</param>
public sealed record SnapshotListing(DateTimeOffset Time, IReadOnlyList<ListedProposal> Proposals);
