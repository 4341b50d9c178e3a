namespace Indexer.Snapshot;

/// <summary>What a listing tells of a proposal: enough to see whether anything of it may have changed.</summary>
/// <param name="Id">Its id: an EIP-712 hash, or of old ones an IPFS hash.</param>
/// <param name="State">Where its voting stands.</param>
/// <param name="Updated">When it was last edited, in seconds since 1970; null when never.</param>
/// <param name="IsFlagged">Whether the hub flagged it.</param>
/// <param name="ScoresFinal">Whether its scores are final.</param>
public sealed record ListedProposal(string Id, SnapshotState State, long? Updated, bool IsFlagged, bool ScoresFinal)
{
    internal static ListedProposal Read(HubObject fields) =>
        new(
            SnapshotId.Read(fields),
            ReadState(fields),
            fields.FindSeconds("updated"),
            fields.Flag("flagged"),
            ReadScoresFinal(fields)
        );

    internal static bool ReadScoresFinal(HubObject fields) => fields.FindText("scores_state") == "final";

    internal static SnapshotState ReadState(HubObject fields) =>
        fields.Text("state") switch
        {
            "pending" => SnapshotState.Pending,
            "active" => SnapshotState.Active,
            "closed" => SnapshotState.Closed,
            _ => throw fields.Wrong("state", "pending, active or closed"),
        };
}
