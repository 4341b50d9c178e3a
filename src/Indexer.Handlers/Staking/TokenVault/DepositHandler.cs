using Indexer.Domain;

namespace Indexer.Handlers.Staking.TokenVault;

/// <summary>ERC-4626 Deposit. The shares came with their Transfer; this adds what they cost. A deposit of nothing makes no row.</summary>
internal sealed class DepositHandler()
    : VaultHandler(
        "Deposit(address indexed sender, address indexed owner, uint256 assets, uint256 shares)",
        ContractRoles.TokenVault
    )
{
    protected override IEnumerable<Change> Changes(string poolId, EvmEventContext context, NetworkState state)
    {
        var assets = context.Amount("assets");
        return assets.IsZero
            ? []
            :
            [
                new StakeEvent
                {
                    PoolId = poolId,
                    Account = context.Event.Address("owner"),
                    Kind = StakeEventKind.Deposit,
                    Amount = assets,
                    Value = assets,
                    Cost = assets,
                },
            ];
    }
}
