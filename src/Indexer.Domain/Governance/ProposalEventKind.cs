namespace Indexer.Domain;

/// <summary>What a <see cref="ProposalEvent"/> states.</summary>
public enum ProposalEventKind
{
    /// <summary>It was made.</summary>
    Proposed,

    /// <summary>An account put a deposit behind it (Democracy.Seconded), or its proposer's deposit was taken.</summary>
    Backed,

    /// <summary>It became a referendum (Democracy.Tabled, ExternalTabled).</summary>
    Tabled,

    /// <summary>Its voting began.</summary>
    Started,

    /// <summary>The end of its voting was moved (ProposalExtended, Bounties.BountyExtended).</summary>
    Extended,

    /// <summary>Its voting ended; a status after that says how where no event of its own does.</summary>
    Closed,

    /// <summary>It passed.</summary>
    Passed,

    /// <summary>It did not pass.</summary>
    Rejected,

    /// <summary>Its execution was scheduled.</summary>
    Queued,

    /// <summary>It was carried out; the error is null when its call succeeded.</summary>
    Executed,

    /// <summary>It was taken back or struck down.</summary>
    Cancelled,

    /// <summary>It was vetoed.</summary>
    Vetoed,

    /// <summary>It was blacklisted and can never be proposed again (Democracy.Blacklisted).</summary>
    Blacklisted,

    /// <summary>The time for its execution passed.</summary>
    Expired,

    /// <summary>A curator was proposed, accepted or unassigned (Bounties, ChildBounties).</summary>
    CuratorChanged,

    /// <summary>What it grants was approved.</summary>
    Awarded,

    /// <summary>What it grants was paid.</summary>
    Paid,

    /// <summary>A deposit for it was given back.</summary>
    DepositReturned,

    /// <summary>A deposit for it was taken away.</summary>
    DepositSlashed,

    /// <summary>The text or call behind it became known or changed (preimages, metadata, edits).</summary>
    TextChanged,

    /// <summary>The source flagged it (Snapshot), or took the flag back.</summary>
    Flagged,

    /// <summary>Its scores became final (Snapshot).</summary>
    ScoresFinal,

    /// <summary>The source does not list it any more (Snapshot).</summary>
    Deleted,

    /// <summary>Its chain ended before it was decided, or before it was carried out.</summary>
    ChainEnded,
}
