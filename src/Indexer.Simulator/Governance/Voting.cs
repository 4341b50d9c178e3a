namespace Indexer.Simulator.Governance;

/// <summary>How an account votes: by itself, or by a delegate while <see cref="Delegation"/> is set.</summary>
internal sealed class Voting
{
    public SortedDictionary<uint, AccountVote> Votes { get; } = [];

    public (AccountId Target, Conviction Conviction, UInt128 Balance, long From)? Delegation { get; set; }

    /// <summary>What others delegated to the account. It does not flow on when the account delegates itself.</summary>
    public Delegated Received { get; set; }

    /// <summary>The lock of votes and delegations that are gone.</summary>
    public (uint Until, UInt128 Amount) Prior { get; private set; }

    public void Lock(long until, UInt128 amount) =>
        Prior = (Math.Max(Prior.Until, (uint)until), UInt128.Max(Prior.Amount, amount));

    public void Release(long now)
    {
        if (now >= Prior.Until)
        {
            Prior = (0, 0);
        }
    }
}
