using System.Numerics;
using System.Text.Json;

namespace Indexer.Snapshot;

/// <summary>Each vote divides its weight over choices in the ratio that it states.</summary>
internal sealed class WeightedRule : VotingRule
{
    public override Ballot? Read(JsonElement choice, int choices, BigInteger weight) =>
        BallotReader.Division(choice, choices, weight);

    public override IReadOnlyList<BigInteger> Tally(IReadOnlyList<Ballot> ballots, int choices)
    {
        var shares = new Dictionary<BigInteger, BigInteger>[choices];
        for (var choice = 0; choice < choices; choice++)
        {
            shares[choice] = [];
        }

        foreach (var ballot in ballots)
        {
            var whole = Sum(ballot.Parts);
            foreach (var (choice, part) in ballot.Choices.Zip(ballot.Parts))
            {
                var sums = shares[choice - 1];
                sums[whole] = sums.GetValueOrDefault(whole) + (part * ballot.Weight);
            }
        }

        return [.. shares.Select(sums => Rounded([.. sums.Select(entry => (entry.Value, entry.Key))]))];
    }

    /// <summary>The sum of fractions, rounded once. Added in pairs, so that the denominators of many votes grow as slowly as they can.</summary>
    private static BigInteger Rounded(List<(BigInteger Numerator, BigInteger Denominator)> fractions)
    {
        while (fractions.Count > 1)
        {
            fractions =
            [
                .. fractions
                    .Chunk(2)
                    .Select(pair =>
                        pair.Length == 1
                            ? pair[0]
                            : (
                                (pair[0].Numerator * pair[1].Denominator) + (pair[1].Numerator * pair[0].Denominator),
                                pair[0].Denominator * pair[1].Denominator
                            )
                    ),
            ];
        }

        return fractions.Count == 0 ? 0 : Quotient.Rounded(fractions[0].Numerator, fractions[0].Denominator);
    }
}
