namespace Indexer.Domain;

/// <summary>What decides whether a proposal passes. The first three are pallet_democracy's vote_threshold.rs.</summary>
public enum VoteThreshold
{
    /// <summary>Approval must be strong when turnout is low: nays / √turnout &lt; ayes / √electorate.</summary>
    SuperMajorityApprove,

    /// <summary>Rejection must be strong when turnout is low: nays / √electorate &lt; ayes / √turnout.</summary>
    SuperMajorityAgainst,

    /// <summary>More ayes than nays.</summary>
    SimpleMajority,

    /// <summary>A stated number of members' ayes (Council, TechnicalCommittee).</summary>
    MemberCount,

    /// <summary>More for than against, and the quorum reached by those for and abstaining (Governor).</summary>
    Quorum,

    /// <summary>More for than against, and the quorum reached by those for alone (GovernorBravo and its kind).</summary>
    QuorumOfAyes,
}
