using System.Text.Json;

namespace Indexer.Simulator.Snapshot;

/// <summary>Scores in floating point, with the errors that floating point makes.</summary>
internal static class FloatingTally
{
    public static double[] Of(SpaceProposal proposal, IReadOnlyList<SpaceVote> votes)
    {
        var choices = proposal.Choices.Count;
        return proposal.Type switch
        {
            "approval" => Add(choices, votes, vote => Numbers(vote).Select(choice => (choice, vote.Power))),
            "weighted" => Scaled(
                Add(choices, votes, vote => Parts(vote).Select(part => (part.Choice, part.Share * vote.Power))),
                votes
            ),
            "quadratic" => Scaled(
                [
                    .. Add(
                            choices,
                            votes,
                            vote => Parts(vote).Select(part => (part.Choice, Math.Sqrt(part.Share * vote.Power)))
                        )
                        .Select(root => root * root),
                ],
                votes
            ),
            "ranked-choice" => RunOff(choices, [.. votes.Select(vote => (Numbers(vote), vote.Power))]),
            "copeland" => Pairs(choices, votes),
            _ => Add(choices, votes, vote => [(int.Parse(vote.Choice), vote.Power)]),
        };
    }

    private static double[] Add(
        int choices,
        IReadOnlyList<SpaceVote> votes,
        Func<SpaceVote, IEnumerable<(int Choice, double Weight)>> parts
    )
    {
        var sums = new double[choices];
        foreach (var (choice, weight) in votes.SelectMany(parts))
        {
            sums[choice - 1] += weight;
        }
        return sums;
    }

    private static double[] Scaled(double[] values, IReadOnlyList<SpaceVote> votes)
    {
        var (sum, total) = (values.Sum(), votes.Sum(vote => vote.Power));
        return [.. values.Select(value => sum == 0 ? 0 : total * (value / sum))];
    }

    private static double[] RunOff(int choices, List<(List<int> Order, double Weight)> ballots)
    {
        var left = Enumerable.Range(1, choices).ToList();
        while (true)
        {
            var round = left.ToDictionary(
                choice => choice,
                choice => ballots.Where(ballot => ballot.Order[0] == choice).Sum(ballot => ballot.Weight)
            );
            var total = ballots.Sum(ballot => ballot.Weight);
            if (round.Count < 3 || round.Values.Max() > total / 2)
            {
                return [.. Enumerable.Range(1, choices).Select(choice => round.GetValueOrDefault(choice))];
            }
            var last = round.MinBy(entry => entry.Value).Key;
            left.Remove(last);
            ballots = [.. ballots.Select(ballot => (ballot.Order.FindAll(choice => choice != last), ballot.Weight))];
        }
    }

    private static double[] Pairs(int choices, IReadOnlyList<SpaceVote> votes)
    {
        var prefers = new double[choices, choices];
        foreach (var vote in votes)
        {
            var order = Numbers(vote);
            for (var rank = 0; rank < choices; rank++)
            {
                foreach (var lower in order.Skip(rank + 1))
                {
                    prefers[order[rank] - 1, lower - 1] += vote.Power;
                }
            }
        }
        var total = votes.Sum(vote => vote.Power);
        var points = new double[choices];
        for (var one = 0; one < choices; one++)
        {
            for (var other = 0; other < choices; other++)
            {
                if (one != other)
                {
                    points[one] += 1 + Math.Sign(prefers[one, other] - prefers[other, one]);
                    points[one] += total == 0 ? 0 : 0.5 * prefers[one, other] / ((choices - 1) * total);
                }
            }
        }
        var all = points.Sum();
        return [.. points.Select(own => own / all * total)];
    }

    private static List<int> Numbers(SpaceVote vote) => JsonSerializer.Deserialize<List<int>>(vote.Choice)!;

    private static IEnumerable<(int Choice, double Share)> Parts(SpaceVote vote)
    {
        var parts = JsonSerializer.Deserialize<Dictionary<string, double>>(vote.Choice)!;
        var whole = parts.Values.Sum();
        return parts.Select(part => (int.Parse(part.Key), part.Value / whole));
    }
}
