namespace Indexer.Simulator.Staking;

internal static class SharePrice
{
    /// <summary>total_value / total_shares, null when the pool has no shares.</summary>
    public static FixedPoint? Of(UInt128 totalValue, UInt128 totalShares) =>
        FixedPoint.Divide(FixedPoint.FromBalance(totalValue), FixedPoint.FromBalance(totalShares));
}
