namespace Indexer.Domain;

/// <summary>What an account is in a <see cref="CollectiveBody"/>.</summary>
public enum CollectiveRole
{
    /// <summary>It votes on motions.</summary>
    Member,

    /// <summary>It takes the next free seat.</summary>
    RunnerUp,

    /// <summary>It stands for election.</summary>
    Candidate,
}
