namespace Indexer.Simulator;

/// <summary>How much a vote counts, for how long its balance stays locked.</summary>
public enum Conviction
{
    /// <summary>A tenth, no lock.</summary>
    None,

    /// <summary>Once, for one period.</summary>
    Locked1x,

    /// <summary>Twice, for two periods.</summary>
    Locked2x,

    /// <summary>Three times, for four periods.</summary>
    Locked3x,

    /// <summary>Four times, for eight periods.</summary>
    Locked4x,

    /// <summary>Five times, for sixteen periods.</summary>
    Locked5x,

    /// <summary>Six times, for thirty-two periods.</summary>
    Locked6x,
}
