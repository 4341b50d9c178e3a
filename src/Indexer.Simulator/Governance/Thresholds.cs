namespace Indexer.Simulator.Governance;

/// <summary>The three formulas of the democracy pallet, in integers: square roots are cut, quotients are compared exactly.</summary>
internal static class Thresholds
{
    public static bool IsApproved(VoteThreshold threshold, TallyBook tally, UInt128 electorate)
    {
        var rootOfTurnout = Root(tally.Turnout);
        var rootOfElectorate = Root(electorate);
        return rootOfTurnout != 0
            && threshold switch
            {
                VoteThreshold.SuperMajorityApprove => IsLess(
                    (tally.Nays, rootOfTurnout),
                    (tally.Ayes, rootOfElectorate)
                ),
                VoteThreshold.SuperMajorityAgainst => IsLess(
                    (tally.Nays, rootOfElectorate),
                    (tally.Ayes, rootOfTurnout)
                ),
                _ => tally.Ayes > tally.Nays,
            };
    }

    /// <summary>The greatest integer whose square is not greater.</summary>
    public static UInt128 Root(UInt128 value)
    {
        var (low, high) = (UInt128.Zero, (UInt128)ulong.MaxValue);
        while (low < high)
        {
            var middle = low + ((high - low + 1) / 2);
            (low, high) = middle * middle <= value ? (middle, high) : (low, middle - 1);
        }
        return low;
    }

    /// <summary>Compares two quotients by their continued fractions, which cannot overflow.</summary>
    public static bool IsLess((UInt128 Over, UInt128 Under) left, (UInt128 Over, UInt128 Under) right)
    {
        while (true)
        {
            var (leftWhole, rightWhole) = (left.Over / left.Under, right.Over / right.Under);
            if (leftWhole != rightWhole)
            {
                return leftWhole < rightWhole;
            }
            var (leftRest, rightRest) = (left.Over % left.Under, right.Over % right.Under);
            if (rightRest == 0)
            {
                return false;
            }
            if (leftRest == 0)
            {
                return true;
            }
            // a/b < c/d below one is d/c < b/a above one.
            (left, right) = ((right.Under, rightRest), (left.Under, leftRest));
        }
    }
}
