using System.Numerics;

namespace Indexer.Handlers.Evm.Tests;

/// <summary>What an account has, in the books of the model.</summary>
internal sealed class Holding
{
    public BigInteger Shares { get; set; }

    public BigInteger Cost { get; set; }

    /// <summary>Its part of all rewards, times <see cref="VaultModel.EarnedScale"/>.</summary>
    public BigInteger Earned { get; set; }

    /// <summary>Takes shares and their part of the cost, which is returned.</summary>
    public BigInteger Take(BigInteger shares)
    {
        var cost =
            shares.IsZero ? 0
            : shares == Shares ? Cost
            : Cost * shares / Shares;
        Shares -= shares;
        Cost -= cost;
        return cost;
    }
}
