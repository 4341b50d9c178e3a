using System.Numerics;
using System.Text.Json;

namespace Indexer.Snapshot;

/// <summary>
/// Each vote ranks all choices, and each choice meets each other one: two points for the one that more weight prefers, one
/// each when they are equal. The mean part of the weight that a choice got in its meetings is worth up to half a point.
/// All choices together get the weight of all votes, in the ratio of their points.
/// </summary>
internal sealed class CopelandRule : VotingRule
{
    public override bool CountsInvalid => false;

    public override Ballot? Read(JsonElement choice, int choices, BigInteger weight) =>
        BallotReader.Ranking(choice, choices, weight, textsCount: false);

    public override IReadOnlyList<BigInteger> Tally(IReadOnlyList<Ballot> ballots, int choices)
    {
        var total = Sum(ballots.Select(ballot => ballot.Weight));
        var preferred = Preferences(ballots, choices);
        var points = new BigInteger[choices];
        for (var choice = 0; choice < choices; choice++)
        {
            for (var other = 0; other < choices; other++)
            {
                if (other != choice)
                {
                    // Points are counted in parts of which one is 2 x meetings x total, so that they stay whole.
                    var wins = 1 + Math.Sign(preferred[choice, other].CompareTo(preferred[other, choice]));
                    points[choice] += (wins * 2 * (choices - 1) * total) + preferred[choice, other];
                }
            }
        }

        var allPoints = Sum(points);
        return
        [
            .. points.Select(own =>
                allPoints.IsZero
                    ? Quotient.Rounded(total, Math.Max(1, choices))
                    : Quotient.Rounded(own * total, allPoints)
            ),
        ];
    }

    /// <summary>The weight that prefers the first choice to the second.</summary>
    private static BigInteger[,] Preferences(IReadOnlyList<Ballot> ballots, int choices)
    {
        var preferred = new BigInteger[choices, choices];
        foreach (var ballot in ballots)
        {
            for (var rank = 0; rank < choices; rank++)
            {
                for (var lower = rank + 1; lower < choices; lower++)
                {
                    preferred[ballot.Choices[rank] - 1, ballot.Choices[lower] - 1] += ballot.Weight;
                }
            }
        }

        return preferred;
    }
}
