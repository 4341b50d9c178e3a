namespace Indexer.Domain;

/// <summary>With what a voter votes.</summary>
public enum VoteKind
{
    /// <summary>With its own account.</summary>
    Direct,

    /// <summary>With wrapped PHA and delegations (PhalaWrappedBalances.Voted); counts in the aggregate that the pallet's account casts.</summary>
    Wrapped,

    /// <summary>The vote that the pallet's account casts for all wrapped votes. Shown, but not counted beside them.</summary>
    Aggregate,

    /// <summary>With its own tokens instead of its delegate (GovernorCountingOverridable).</summary>
    Override,
}
