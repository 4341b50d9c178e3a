namespace Indexer.Domain;

/// <summary>What a <see cref="VoteEvent"/> did to the vote.</summary>
public enum VoteAction
{
    /// <summary>The first vote of the voter on the proposal, or the first after a removal.</summary>
    Cast,

    /// <summary>It replaced the voter's vote before.</summary>
    Replaced,

    /// <summary>The voter's choice stayed, and what is delegated to it changed.</summary>
    DelegationChanged,

    /// <summary>The vote stayed, and what it is for became known (shutter-encrypted votes of Snapshot).</summary>
    Revealed,

    /// <summary>The choice stayed, and its weight became known or was corrected by the source (Snapshot).</summary>
    Reweighed,

    /// <summary>The vote was removed while it counted: it counts no more.</summary>
    Removed,

    /// <summary>The vote was removed after the proposal's end, which its tally does not notice.</summary>
    Unlocked,
}
