namespace Indexer.Simulator;

/// <summary>What one account owned when its chain ended. Amounts are u128 of 10^-12.</summary>
/// <param name="Account">The account.</param>
/// <param name="Free">PHA on the account.</param>
/// <param name="Wrapped">Free W-PHA.</param>
/// <param name="Delegated">The value of all delegations, queued shares included.</param>
/// <param name="OwnerRewards">Unclaimed owner rewards of its stake pools.</param>
/// <param name="OwnerShares">The value of unclaimed owner shares of its vaults.</param>
public sealed record SnapshotEntry(
    AccountId Account,
    UInt128 Free,
    UInt128 Wrapped,
    UInt128 Delegated,
    UInt128 OwnerRewards,
    UInt128 OwnerShares
)
{
    /// <summary>What becomes vPHA: everything that is not free PHA.</summary>
    public UInt128 Staked => Wrapped + Delegated + OwnerRewards + OwnerShares;
}
