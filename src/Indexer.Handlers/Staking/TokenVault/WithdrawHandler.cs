using Indexer.Domain;

namespace Indexer.Handlers.Staking.TokenVault;

/// <summary>
/// ERC-4626 Withdraw, which pays at once. The shares and their cost went with the Transfer that burned them. A withdrawal of
/// nothing makes no row.
/// </summary>
internal sealed class WithdrawHandler()
    : VaultHandler(
        "Withdraw(address indexed sender, address indexed receiver, address indexed owner, uint256 assets, uint256 shares)",
        ContractRoles.TokenVault
    )
{
    protected override IEnumerable<Change> Changes(string poolId, EvmEventContext context, NetworkState state)
    {
        var (owner, receiver) = (context.Event.Address("owner"), context.Event.Address("receiver"));
        var assets = context.Amount("assets");
        return assets.IsZero
            ? []
            :
            [
                new StakeEvent
                {
                    PoolId = poolId,
                    Account = owner,
                    Kind = StakeEventKind.Redeemed,
                    Amount = assets,
                    Value = -assets,
                    Counterparty = receiver == owner ? null : receiver,
                },
            ];
    }
}
