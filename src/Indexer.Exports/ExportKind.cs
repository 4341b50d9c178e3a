namespace Indexer.Exports;

/// <summary>What an export lists.</summary>
public enum ExportKind
{
    /// <summary>What was earned.</summary>
    Rewards,

    /// <summary>What stake was worth, and everything that changed it: the statement.</summary>
    Stake,

    /// <summary>Claims of parachain assets.</summary>
    Claims,

    /// <summary>Votes cast, replaced and removed, in every system of governance.</summary>
    Votes,

    /// <summary>Everything that a holder did and that happened to it.</summary>
    Activity,
}
