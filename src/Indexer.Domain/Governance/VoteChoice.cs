namespace Indexer.Domain;

/// <summary>What a vote is for, in the same words for all systems.</summary>
public enum VoteChoice
{
    /// <summary>In favour.</summary>
    Aye,

    /// <summary>Against.</summary>
    Nay,

    /// <summary>Neither.</summary>
    Abstain,

    /// <summary>Parts of it for several of these.</summary>
    Split,

    /// <summary>For choices that the proposal names itself (<see cref="ProposalChoice"/>).</summary>
    Other,

    /// <summary>Not revealed yet (shutter-encrypted votes of Snapshot).</summary>
    Hidden,
}
