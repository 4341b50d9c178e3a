using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhaVault;

/// <summary>TreasuryAssetsClaimed: settled treasury rewards were paid; they were never part of the pool's value.</summary>
internal sealed class TreasuryAssetsClaimedHandler()
    : VaultHandler("TreasuryAssetsClaimed(address indexed receiver, uint256 assets)", ContractRoles.PhaVault)
{
    protected override IEnumerable<Change> Changes(string poolId, EvmEventContext context, NetworkState state) =>
        [
            new StakeEvent
            {
                PoolId = poolId,
                Account = context.Event.Address("receiver"),
                Kind = StakeEventKind.TreasuryClaimed,
                Amount = context.Amount("assets"),
            },
        ];
}
