using System.Numerics;
using System.Text.Json;

namespace Indexer.Snapshot;

/// <summary>Each vote is for one choice (basic, single-choice).</summary>
internal sealed class SingleChoiceRule : VotingRule
{
    public override Ballot? Read(JsonElement choice, int choices, BigInteger weight) =>
        BallotReader.One(choice, choices, weight);

    public override IReadOnlyList<BigInteger> Tally(IReadOnlyList<Ballot> ballots, int choices)
    {
        var sums = new BigInteger[choices];
        foreach (var ballot in ballots)
        {
            sums[ballot.Choices[0] - 1] += ballot.Weight;
        }

        return sums;
    }
}
