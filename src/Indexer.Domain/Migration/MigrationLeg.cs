namespace Indexer.Domain;

/// <summary>The two sides of a claim (docs/chains/contracts.md, Claims): a claim pays both at once.</summary>
public enum MigrationLeg
{
    /// <summary>Paid in PHA.</summary>
    Free,

    /// <summary>Paid in shares of the PHA vault.</summary>
    Staked,
}
