using System.Numerics;
using System.Text.Json;

namespace Indexer.Snapshot;

/// <summary>
/// Instant run-off: while no choice has more than half of the weight and more than two are left, the one with the least
/// drops out and its votes go on to their next. The weights are those of the last round; of two with equally little the
/// one of the lower number drops out.
/// </summary>
internal sealed class RankedChoiceRule : VotingRule
{
    public override Ballot? Read(JsonElement choice, int choices, BigInteger weight) =>
        BallotReader.Ranking(choice, choices, weight, textsCount: true);

    public override IReadOnlyList<BigInteger> Tally(IReadOnlyList<Ballot> ballots, int choices)
    {
        var dropped = new HashSet<int>();
        while (true)
        {
            var round = Round(ballots, choices, dropped);
            if (round.Count < 3 || round.Values.Max() * 2 > Sum(round.Values))
            {
                return [.. Enumerable.Range(1, choices).Select(choice => round.GetValueOrDefault(choice))];
            }

            var lowest = round.Values.Min();
            dropped.Add(round.First(entry => entry.Value == lowest).Key);
        }
    }

    /// <summary>The weight of the votes that prefer each choice to all others left, by number.</summary>
    private static SortedDictionary<int, BigInteger> Round(
        IReadOnlyList<Ballot> ballots,
        int choices,
        HashSet<int> dropped
    )
    {
        var weights = new SortedDictionary<int, BigInteger>(
            Enumerable
                .Range(1, choices)
                .Where(choice => !dropped.Contains(choice))
                .ToDictionary(choice => choice, _ => BigInteger.Zero)
        );
        foreach (var ballot in ballots)
        {
            // A ranking that names one choice twice can run out of them; then it counts no more.
            if (ballot.Choices.FirstOrDefault(choice => !dropped.Contains(choice)) is var first and > 0)
            {
                weights[first] += ballot.Weight;
            }
        }

        return weights;
    }
}
