namespace Indexer.Simulator;

/// <summary>Where a proposal of a Governor stands, in the order of the contract's numbers.</summary>
public enum GovernorProposalState
{
    /// <summary>Its snapshot is still to come.</summary>
    Pending,

    /// <summary>It is voted on.</summary>
    Active,

    /// <summary>It was taken back, by its proposer or in the timelock.</summary>
    Canceled,

    /// <summary>It missed the quorum, or had no more votes for it than against it.</summary>
    Defeated,

    /// <summary>It passed.</summary>
    Succeeded,

    /// <summary>It waits in the timelock.</summary>
    Queued,

    /// <summary>Nobody carried it out in time.</summary>
    Expired,

    /// <summary>It was carried out.</summary>
    Executed,
}
