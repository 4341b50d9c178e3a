using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhaVault;

/// <summary>
/// RewardsSettled: what all shares earned since the checkpoint before. The vault states its assets with it; they are the
/// value of the pool, also where the sum of the indexed events says otherwise (docs/chains/contracts.md, Terms and rewards).
/// </summary>
internal sealed class RewardsSettledHandler()
    : VaultHandler(
        "RewardsSettled(uint256 checkpointTime, uint256 rewards, uint256 totalAssets)",
        ContractRoles.PhaVault
    )
{
    protected override IEnumerable<Change> Changes(string poolId, EvmEventContext context, NetworkState state)
    {
        var (rewards, totalAssets) = (context.Amount("rewards"), context.Amount("totalAssets"));
        var (value, shares) = state.Pools.ContainsKey(poolId)
            ? (state.Pool(poolId).State.TotalValue, state.Pool(poolId).State.TotalShares)
            : (Pha.Zero, Pha.Zero);
        yield return new Reward
        {
            PoolId = poolId,
            Kind = RewardKind.Stakers,
            Amount = rewards,
            TotalShares = shares,
            Stated = true,
        };
        if (value + rewards != totalAssets)
        {
            yield return new PoolChange(poolId, pool => pool with { TotalValue = totalAssets });
        }
    }
}
