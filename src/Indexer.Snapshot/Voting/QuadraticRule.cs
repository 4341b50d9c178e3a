using System.Numerics;
using System.Text.Json;

namespace Indexer.Snapshot;

/// <summary>
/// Each vote divides its weight over choices; a choice gets the square of the sum of the roots of its parts, and all
/// choices together the weight of all votes. Roots are irrational: they are taken with 192 binary digits more than a unit.
/// </summary>
internal sealed class QuadraticRule : VotingRule
{
    private const int ExtraBits = 192;

    public override Ballot? Read(JsonElement choice, int choices, BigInteger weight) =>
        BallotReader.Division(choice, choices, weight);

    public override IReadOnlyList<BigInteger> Tally(IReadOnlyList<Ballot> ballots, int choices)
    {
        var roots = new BigInteger[choices];
        foreach (var ballot in ballots)
        {
            var whole = Sum(ballot.Parts);
            foreach (var (choice, part) in ballot.Choices.Zip(ballot.Parts))
            {
                roots[choice - 1] += Root(((part * ballot.Weight) << (2 * ExtraBits)) / whole);
            }
        }

        var squares = roots.Select(root => root * root).ToList();
        var allSquares = Sum(squares);
        var total = Sum(ballots.Select(ballot => ballot.Weight));
        return
        [
            .. squares.Select(square =>
                allSquares.IsZero ? BigInteger.Zero : Quotient.Rounded(total * square, allSquares)
            ),
        ];
    }

    /// <summary>The root, rounded down, by Newton's method from above.</summary>
    private static BigInteger Root(BigInteger value)
    {
        if (value.IsZero)
        {
            return value;
        }

        var root = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (root + (value / root)) >> 1;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }
}
