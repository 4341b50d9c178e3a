using Indexer.Domain;

namespace Indexer.Ingestion.Contracts.PhaVault;

/// <summary>TreasuryAssetsClaimed: settled treasury rewards were paid; they were never part of the pool's value.</summary>
internal sealed class TreasuryAssetsClaimedHandler()
    : PhaVaultHandler("TreasuryAssetsClaimed(address indexed receiver, uint256 assets)")
{
    protected override IEnumerable<Change> Changes(string poolId, EvmOccurrence occurrence, NetworkState state) =>
        [
            new StakeEvent
            {
                PoolId = poolId,
                Account = occurrence.Event.Address("receiver"),
                Kind = StakeEventKind.TreasuryClaimed,
                Amount = occurrence.Amount("assets"),
            },
        ];
}
