using System.Numerics;
using System.Text.Json;

namespace Indexer.Snapshot;

/// <summary>Each vote is for any number of choices, with its whole weight for each.</summary>
internal sealed class ApprovalRule : VotingRule
{
    public override Ballot? Read(JsonElement choice, int choices, BigInteger weight) =>
        BallotReader.Several(choice, choices, weight);

    public override IReadOnlyList<BigInteger> Tally(IReadOnlyList<Ballot> ballots, int choices)
    {
        var sums = new BigInteger[choices];
        foreach (var ballot in ballots)
        {
            foreach (var choice in ballot.Choices)
            {
                sums[choice - 1] += ballot.Weight;
            }
        }

        return sums;
    }
}
