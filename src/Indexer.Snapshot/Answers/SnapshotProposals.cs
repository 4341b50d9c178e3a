namespace Indexer.Snapshot;

/// <summary>Proposals that were asked for by their ids; the hub does not have the others any more.</summary>
/// <param name="ById">Those that can be read.</param>
/// <param name="LeftOut">Those that it has and that cannot be read, by id, with the reason.</param>
public sealed record SnapshotProposals(
    IReadOnlyDictionary<string, SnapshotProposal> ById,
    IReadOnlyDictionary<string, string> LeftOut
);
