namespace Indexer.Domain;

/// <summary>Where a proposal stands, in the same words for all systems.</summary>
public enum ProposalStatus
{
    /// <summary>It exists, and its voting has not begun.</summary>
    Pending,

    /// <summary>It can be voted on, or backed where backing is the vote.</summary>
    Active,

    /// <summary>It ended with the voters in favour and was not carried out yet.</summary>
    Passed,

    /// <summary>It ended with the voters against or without the votes it needed.</summary>
    Rejected,

    /// <summary>It became another proposal, which goes on with it: a public or external proposal a referendum.</summary>
    Tabled,

    /// <summary>It passed and its execution is scheduled.</summary>
    Queued,

    /// <summary>It was carried out.</summary>
    Executed,

    /// <summary>It was carried out and its call failed.</summary>
    Failed,

    /// <summary>It was taken back or struck down before its end.</summary>
    Cancelled,

    /// <summary>The technical committee vetoed it (Democracy.Vetoed).</summary>
    Vetoed,

    /// <summary>It passed and was not carried out in time.</summary>
    Expired,

    /// <summary>Its voting ended in a system that does not say which choice won (Snapshot).</summary>
    Closed,

    /// <summary>Its source does not list it any more (Snapshot).</summary>
    Deleted,

    /// <summary>What it granted is approved and waits to be paid or claimed (Treasury, Bounties).</summary>
    Awarded,

    /// <summary>What it granted was paid.</summary>
    Paid,

    /// <summary>Its chain ended before it was decided, or before it was carried out.</summary>
    ChainEnded,
}
