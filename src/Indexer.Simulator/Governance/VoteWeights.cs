namespace Indexer.Simulator.Governance;

/// <summary>What votes and delegations count.</summary>
internal static class VoteWeights
{
    public static UInt128 Votes(this Conviction conviction, UInt128 capital) =>
        conviction == Conviction.None ? capital / 10 : capital * (uint)conviction;

    /// <summary>For how many locking periods a balance stays locked.</summary>
    public static uint LockPeriods(this Conviction conviction) =>
        conviction == Conviction.None ? 0 : 1u << ((int)conviction - 1);

    /// <summary>What a vote adds by itself.</summary>
    public static TallyBook Own(this AccountVote vote) =>
        vote switch
        {
            StandardVote { Aye: true } one => new(one.Conviction.Votes(one.Balance), 0, one.Balance),
            StandardVote one => new(0, one.Conviction.Votes(one.Balance), one.Balance),
            SplitVote two => new(Conviction.None.Votes(two.Aye), Conviction.None.Votes(two.Nay), two.Aye + two.Nay),
            _ => throw new ArgumentException($"{vote} is no vote.", nameof(vote)),
        };

    public static TallyBook Plus(this TallyBook tally, TallyBook more) =>
        new(tally.Ayes + more.Ayes, tally.Nays + more.Nays, tally.Turnout + more.Turnout);

    public static TallyBook Minus(this TallyBook tally, TallyBook less) =>
        new(tally.Ayes - less.Ayes, tally.Nays - less.Nays, tally.Turnout - less.Turnout);

    /// <summary>What delegations add to the delegate's vote: only to a standard one, on its side.</summary>
    public static TallyBook On(this Delegated delegated, AccountVote vote) =>
        vote switch
        {
            StandardVote { Aye: true } => new(delegated.Votes, 0, delegated.Capital),
            StandardVote => new(0, delegated.Votes, delegated.Capital),
            _ => new(0, 0, 0),
        };
}
