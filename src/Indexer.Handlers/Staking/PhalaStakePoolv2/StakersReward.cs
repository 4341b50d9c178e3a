using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePoolv2;

/// <summary>
/// The reward of a stake pool's shares, and of the vaults among their holders: the part of a vault adds to the value of
/// the vault's own shares. Only stake pools take the delegations of vaults, so it ends there.
/// </summary>
internal static class StakersReward
{
    /// <summary>The rewards, the pool's as stated and one derived for each vault.</summary>
    public static IEnumerable<Reward> Distribute(NetworkState state, string poolId, Pha amount)
    {
        var total = state.Pool(poolId).State.TotalShares;
        yield return new Reward
        {
            PoolId = poolId,
            Kind = RewardKind.Stakers,
            Amount = amount,
            TotalShares = total,
            Stated = true,
        };
        foreach (var position in state.VaultPositionsIn(poolId))
        {
            var settled = Settled(position, total, amount);
            var vault = state.PoolOfAccount(position.Account)!;
            if (!settled.IsZero)
            {
                yield return new Reward
                {
                    PoolId = vault.Id,
                    Kind = RewardKind.Stakers,
                    Amount = settled,
                    TotalShares = state.Pool(vault.Id).State.TotalShares,
                    Stated = false,
                };
            }
        }
    }

    /// <summary>
    /// The part of a vault, in the steps of the chain: the shares of the vault's NFT and of its queued withdrawal, over all
    /// shares, truncated to 12 decimals, times the reward, truncated again.
    /// Source: phala-blockchain base_pool.rs, distribute_reward; balance_convert.rs.
    /// </summary>
    internal static Pha Settled(Position position, Pha totalShares, Pha amount)
    {
        if (totalShares.IsZero)
        {
            return Pha.Zero;
        }

        var shares = Fixed(position.Shares - position.WithdrawingShares) + Fixed(position.WithdrawingShares);
        var ratio = U64F64.FromLegacyUnits((shares / Fixed(totalShares)).ToLegacyUnits());
        return Pha.FromLegacy((UInt128)(ratio * Fixed(amount)).ToLegacyUnits());
    }

    private static U64F64 Fixed(Pha amount) => U64F64.FromLegacyUnits(amount.ToLegacy());
}
