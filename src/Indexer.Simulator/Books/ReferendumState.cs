namespace Indexer.Simulator;

/// <summary>Where a referendum stands.</summary>
public enum ReferendumState
{
    /// <summary>Votes are cast.</summary>
    Ongoing,

    /// <summary>Approved and waiting for its enactment.</summary>
    Passed,

    /// <summary>Not approved.</summary>
    NotPassed,

    /// <summary>Cancelled while votes were cast.</summary>
    Cancelled,

    /// <summary>Enacted.</summary>
    Executed,

    /// <summary>Enacted, but its call failed or was unknown.</summary>
    Failed,
}
