using Indexer.Simulator.Governance;

namespace Indexer.Simulator.Parachain;

/// <summary>
/// The whale's vote in the last block of a voting, aye or nay, by the referendum's number modulo four: 1 misses the threshold by a unit,
/// 2 just passes it, 3 passes it by a unit more, 0 is none. Of a simple majority the one that misses makes a tie.
/// </summary>
internal static class EdgeVote
{
    public static void Cast(GovernanceStory story, Referendum referendum)
    {
        var whale = story.Citizens.Whale;
        var voting = story.State.VotingOf(whale);
        if (referendum.Index % 4 == 0 || voting.Votes.ContainsKey(referendum.Index) || voting.Delegation is not null)
        {
            return;
        }
        var most = story.Run.Ledger.Free(whale) / 2;
        var aye = !Passes(story, referendum, aye: true, 0);
        if (Passes(story, referendum, aye, most) != aye)
        {
            return;
        }
        // The least balance that turns the result.
        var (low, high) = (UInt128.Zero, most);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = Passes(story, referendum, aye, middle) == aye ? (low, middle) : (middle + 1, high);
        }
        var beyond = referendum.Index % 4;
        var balance = aye ? low + beyond - 2 : low + 1 - beyond;
        if (balance > 0 && balance < most)
        {
            var vote = new StandardVote(aye, Conviction.Locked1x, balance);
            story.Submit(whale, "Democracy", "vote", referendum.Index, vote);
        }
    }

    private static bool Passes(GovernanceStory story, Referendum referendum, bool aye, UInt128 balance)
    {
        var vote = new StandardVote(aye, Conviction.Locked1x, balance);
        var received = story.State.VotingOf(story.Citizens.Whale).Received;
        var tally = referendum.Tally.Plus(vote.Own()).Plus(received.On(vote));
        return Thresholds.IsApproved(referendum.Threshold, tally, story.Run.Ledger.Issuance);
    }
}
