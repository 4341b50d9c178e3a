namespace Indexer.Domain;

/// <summary>The governance system that a proposal belongs to.</summary>
public enum ProposalSystem
{
    /// <summary>A public proposal of the parachain's Democracy pallet, which is backed by deposits until it is tabled.</summary>
    PublicProposal,

    /// <summary>A proposal of the council to the next referendum (Democracy.external_propose and its relatives).</summary>
    ExternalProposal,

    /// <summary>A referendum of the Democracy pallet.</summary>
    Referendum,

    /// <summary>A motion of the parachain's Council.</summary>
    CouncilMotion,

    /// <summary>A motion of the parachain's TechnicalCommittee.</summary>
    TechnicalCommitteeMotion,

    /// <summary>A request for money of the parachain's Treasury.</summary>
    TreasuryProposal,

    /// <summary>A bounty of the parachain's treasury.</summary>
    Bounty,

    /// <summary>A part of a bounty (ChildBounties).</summary>
    ChildBounty,

    /// <summary>A tip from the parachain's treasury.</summary>
    Tip,

    /// <summary>A proposal of an OpenZeppelin Governor contract.</summary>
    Governor,

    /// <summary>A proposal of a Compound GovernorAlpha or GovernorBravo contract.</summary>
    GovernorBravo,

    /// <summary>A proposal of a Snapshot space, voted on off chain.</summary>
    Snapshot,
}
