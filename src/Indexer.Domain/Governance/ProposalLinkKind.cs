namespace Indexer.Domain;

/// <summary>How one proposal leads to another.</summary>
public enum ProposalLinkKind
{
    /// <summary>The public or external proposal became the referendum.</summary>
    BecameReferendum,

    /// <summary>The motion made the external proposal.</summary>
    MadeExternalProposal,

    /// <summary>The technical committee's motion made a referendum of the external proposal at once or sooner.</summary>
    FastTracked,

    /// <summary>The motion or referendum approved what the other asks for.</summary>
    Approved,

    /// <summary>The motion or referendum rejected what the other asks for.</summary>
    RejectedOther,

    /// <summary>The motion or referendum vetoed or cancelled the other.</summary>
    CancelledOther,

    /// <summary>The child bounty is a part of the bounty.</summary>
    PartOf,
}
