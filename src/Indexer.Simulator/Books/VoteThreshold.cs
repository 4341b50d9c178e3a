namespace Indexer.Simulator;

/// <summary>What a referendum must reach.</summary>
public enum VoteThreshold
{
    /// <summary>The smaller the turnout, the more ayes: public proposals.</summary>
    SuperMajorityApprove,

    /// <summary>The smaller the turnout, the more nays: unanimous proposals of the council.</summary>
    SuperMajorityAgainst,

    /// <summary>More ayes than nays.</summary>
    SimpleMajority,
}
