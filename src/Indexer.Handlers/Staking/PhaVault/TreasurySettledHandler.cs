using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhaVault;

/// <summary>TreasurySettled: the treasury's part of the reward stream since the checkpoint before; no share earns it.</summary>
internal sealed class TreasurySettledHandler()
    : VaultHandler(
        "TreasurySettled(uint256 checkpointTime, uint256 treasuryRewards, uint256 treasuryAssets)",
        ContractRoles.PhaVault
    )
{
    protected override IEnumerable<Change> Changes(string poolId, EvmEventContext context, NetworkState state) =>
        [
            new Reward
            {
                PoolId = poolId,
                Kind = RewardKind.Treasury,
                Amount = context.Amount("treasuryRewards"),
                Stated = true,
            },
        ];
}
