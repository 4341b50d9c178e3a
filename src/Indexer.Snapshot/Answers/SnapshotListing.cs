namespace Indexer.Snapshot;

/// <summary>All proposals that a space has now.</summary>
/// <param name="Time">When, by the hub's own clock.</param>
/// <param name="Proposals">The proposals, the oldest first.</param>
/// <param name="LeftOut">Proposals of which the list tells nothing that can be read: one of them may be any that is missing.</param>
public sealed record SnapshotListing(
    DateTimeOffset Time,
    IReadOnlyList<ListedProposal> Proposals,
    IReadOnlyList<LeftOut> LeftOut
);
