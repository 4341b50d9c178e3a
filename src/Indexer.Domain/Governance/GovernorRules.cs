namespace Indexer.Domain;

/// <summary>
/// How Governor contracts (OpenZeppelin, GovernorBravo, GovernorAlpha) derive where a proposal stands from their clock, the
/// votes and the quorum; no event says so. A block's clock is its number or its time, and what it says holds before its
/// first transaction. A contract's <c>state(uint256)</c> tells the same.
/// </summary>
public static class GovernorRules
{
    /// <summary>Where a proposal stands in a block, as long as nothing but time passes.</summary>
    /// <param name="proposal">The proposal as the block before left it.</param>
    /// <param name="height">Height of the block.</param>
    /// <param name="time">Time of the block.</param>
    public static ProposalStatus StatusAt(ProposalState proposal, long height, DateTimeOffset time)
    {
        if (proposal.Status == ProposalStatus.Queued)
        {
            return time >= proposal.ExpiryTime ? ProposalStatus.Expired : ProposalStatus.Queued;
        }

        return !proposal.IsOpen ? proposal.Status
            : !(height >= proposal.StartHeight || ByTime(proposal) && time >= proposal.StartTime)
                ? ProposalStatus.Pending
            : height > proposal.EndHeight || ByTime(proposal) && time > proposal.EndTime
                ? IsWon(proposal) ? ProposalStatus.Passed
                    : ProposalStatus.Rejected
            : IsWonEarly(proposal) ? ProposalStatus.Passed
            : ProposalStatus.Active;
    }

    /// <summary>The first height or time at which where a proposal stands may change by itself; both null when it cannot.</summary>
    public static (long? Height, DateTimeOffset? Time) NextChange(ProposalState proposal) =>
        proposal.Status switch
        {
            ProposalStatus.Pending when ByTime(proposal) => (null, proposal.StartTime),
            ProposalStatus.Pending => (proposal.StartHeight, null),
            ProposalStatus.Active when ByTime(proposal) => (null, proposal.EndTime?.AddSeconds(1)),
            ProposalStatus.Active => (proposal.EndHeight + 1, null),
            ProposalStatus.Queued => (null, proposal.ExpiryTime),
            _ => (null, null),
        };

    /// <summary>Whether the votes so far make the proposal pass when its voting ends: more for than against, and the quorum reached.</summary>
    public static bool IsWon(ProposalState proposal)
    {
        var counted =
            proposal.Threshold == VoteThreshold.QuorumOfAyes ? proposal.Ayes : proposal.Ayes + proposal.Abstains;
        return proposal.Ayes > proposal.Nays && counted >= (proposal.Quorum ?? Pha.Zero);
    }

    /// <summary>Whether the votes so far make the proposal pass at once (GovernorSuperQuorum).</summary>
    public static bool IsWonEarly(ProposalState proposal) =>
        proposal.Ayes > proposal.Nays && proposal.SuperQuorum is { } enough && proposal.Ayes >= enough;

    private static bool ByTime(ProposalState proposal) => proposal.StartHeight is null;
}
