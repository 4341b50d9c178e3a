using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhaVault;

/// <summary>
/// ERC-4626 Withdraw. It pays nothing: it opens an unlock request, which <c>Claimed</c> pays after the unlock period. The
/// shares and their cost went with the Transfer that burned them (docs/chains/contracts.md, Unlocks). A withdrawal of nothing moves nothing
/// and makes no row.
/// </summary>
internal sealed class WithdrawHandler()
    : VaultHandler(
        "Withdraw(address indexed sender, address indexed receiver, address indexed owner, uint256 assets, uint256 shares)",
        ContractRoles.PhaVault
    )
{
    protected override IEnumerable<Change> Changes(string poolId, EvmEventContext context, NetworkState state)
    {
        var (owner, receiver) = (context.Event.Address("owner"), context.Event.Address("receiver"));
        var assets = context.Amount("assets");
        if (assets.IsZero)
        {
            yield break;
        }

        yield return new StakeEvent
        {
            PoolId = poolId,
            Account = owner,
            Kind = StakeEventKind.UnlockRequested,
            Amount = assets,
            Value = -assets,
            UnlockingValue = assets,
            Counterparty = receiver == owner ? null : receiver,
        };
        yield return new StateChange(
            new UnlockRequest
            {
                PoolId = poolId,
                RequestHeight = context.Block.Height,
                RequestIndex = context.Log.LogIndex,
                Owner = owner,
                Receiver = receiver,
                Assets = assets,
                RequestedAt = context.Block.Time,
            }
        );
    }
}
