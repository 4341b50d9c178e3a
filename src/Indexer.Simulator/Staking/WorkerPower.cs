using System.Numerics;

namespace Indexer.Simulator.Staking;

/// <summary>What a worker counts when the budget is divided: the length of the vector (V, 2 P c).</summary>
internal static class WorkerPower
{
    private const int Digits = 18;

    /// <summary>In units of 10^-18, cut off: found digit by digit, as one does it on paper.</summary>
    public static BigInteger Of(Worker worker)
    {
        BigInteger confidence = worker.ConfidenceLevel switch
        {
            4 => 80,
            5 => 70,
            _ => 100,
        };
        var power = 2 * (worker.InitialP ?? 0) * confidence * BigInteger.Pow(2, 64);
        var v = 100 * (BigInteger)worker.V.Bits;
        var numerator = ((v * v) + (power * power)) * BigInteger.Pow(10, 2 * Digits);
        var denominator = 10_000 * BigInteger.Pow(2, 128);
        var root = BigInteger.Zero;
        for (var digit = BigInteger.Pow(10, Digits + 20); !digit.IsZero; digit /= 10)
        {
            while ((root + digit) * (root + digit) * denominator <= numerator)
            {
                root += digit;
            }
        }
        return root;
    }
}
