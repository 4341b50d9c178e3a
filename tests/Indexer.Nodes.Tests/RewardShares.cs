using System.Numerics;
using Indexer.Domain;

namespace Indexer.Nodes.Tests;

/// <summary>What each account earned, from first principles: every settled reward is divided among the shares of that moment.</summary>
internal static class RewardShares
{
    private static readonly BigInteger Precision = BigInteger.Pow(10, 60);

    /// <summary>Earnings in 10^-18 PHA, rounded down once, by every account that ever held shares.</summary>
    /// <param name="logs">Transfer and RewardsSettled of the vault, in order.</param>
    public static Dictionary<AccountId, BigInteger> Of(IEnumerable<DecodedLog> logs)
    {
        var zero = new AccountId(new byte[AccountId.EvmLength]);
        var shares = new Dictionary<AccountId, BigInteger>();
        var earned = new Dictionary<AccountId, BigInteger>();
        foreach (var log in logs)
        {
            if (log.Name == "RewardsSettled")
            {
                var supply = shares.Values.Aggregate(BigInteger.Zero, (sum, value) => sum + value);
                foreach (var (account, held) in shares.Where(entry => !entry.Value.IsZero))
                {
                    earned[account] = earned.GetValueOrDefault(account) + (held * log.Number(1) * Precision / supply);
                }

                continue;
            }

            var value = log.Number(2);
            if (value.IsZero)
            {
                continue;
            }

            Move(log.Account(0), -value);
            Move(log.Account(1), value);
        }

        return shares.Keys.ToDictionary(account => account, account => earned.GetValueOrDefault(account) / Precision);

        void Move(AccountId account, BigInteger value)
        {
            if (account != zero)
            {
                shares[account] = shares.GetValueOrDefault(account) + value;
            }
        }
    }
}
