using System.Numerics;

namespace Indexer.Domain;

/// <summary>
/// The computing power by which the gatekeepers divide the budget among idle workers: sqrt(V² + (2 · P · c)²), where P is the score with
/// which the session began and c the confidence in the worker (docs/chains/parachains.md, Workers).
/// </summary>
public static class WorkerShares
{
    private static readonly BigInteger Units = BigInteger.Pow(10, 18);

    /// <summary>The shares of an idle worker in units of 10^-18, rounded down. Integers only.</summary>
    /// <param name="v">The session's V.</param>
    /// <param name="initialP">The session's initial P.</param>
    /// <param name="confidenceLevel">The worker's confidence level; null where none is known.</param>
    public static Pha Of(U64F64 v, long initialP, int? confidenceLevel)
    {
        // With c in tenths, 2 · P · c is P · tenths / 5; all is multiplied by 5 · 2^64 so that nothing is lost under the root.
        var value = 5 * (BigInteger)v.Bits;
        var power = ((BigInteger)initialP * ConfidenceTenths(confidenceLevel)) << 64;
        var square = ((value * value) + (power * power)) * Units * Units / (25 * (BigInteger.One << 128));
        return Pha.FromBigInteger(SquareRoot(square));
    }

    /// <summary>What a confidence level counts in tenths. Source: phala-blockchain computation.rs, confidence_score; 1 where there is none.</summary>
    /// <param name="level">The level.</param>
    public static int ConfidenceTenths(int? level) =>
        level switch
        {
            4 => 8,
            5 => 7,
            _ => 10,
        };

    /// <summary>The greatest integer whose square is not greater (Newton's method from above).</summary>
    private static BigInteger SquareRoot(BigInteger square)
    {
        if (square.IsZero)
        {
            return square;
        }

        var root = BigInteger.One << (int)((square.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (root + (square / root)) >> 1;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }
}
