using Indexer.Domain;
using Indexer.Evm;

namespace Indexer.Handlers.Staking.PhaVault;

/// <summary>
/// ERC-4626 Deposit. The shares came with their Transfer; this adds what they cost. What a claim contract pays for shares
/// is the frozen price of the migration. When the vault itself is the sender, an unlock request was cancelled
/// (docs/chains/contracts.md, Unlocks). A deposit of nothing moves nothing and makes no row.
/// </summary>
internal sealed class DepositHandler()
    : VaultHandler(
        "Deposit(address indexed sender, address indexed owner, uint256 assets, uint256 shares)",
        ContractRoles.PhaVault
    )
{
    public override bool NeedsTransaction(EvmLog log, EvmEvent decoded) => IsCancellation(log, decoded);

    protected override IEnumerable<Change> Changes(string poolId, EvmEventContext context, NetworkState state)
    {
        var owner = context.Event.Address("owner");
        var assets = context.Amount("assets");
        if (assets.IsZero)
        {
            return [];
        }

        if (IsCancellation(context.Log, context.Event))
        {
            return CancelledUnlock.Changes(CancelledUnlock.Find(poolId, context, state), owner);
        }

        var deposit = new StakeEvent
        {
            PoolId = poolId,
            Account = owner,
            Kind = StakeEventKind.Deposit,
            Amount = assets,
            Value = assets,
            Cost = assets,
        };
        return ContractRoles.IsClaimer(context.Roles.GetValueOrDefault(owner))
            ? [deposit, Purchase(owner, assets, context.Amount("shares"), state)]
            : [deposit];
    }

    private static bool IsCancellation(EvmLog log, EvmEvent decoded) => decoded.Address("sender") == log.Address;

    private static StateChange Purchase(AccountId claimer, Pha assets, Pha shares, NetworkState state)
    {
        var before = state.ClaimContracts.Find(claimer) ?? new ClaimContract { Contract = claimer };
        return new StateChange(before with { Assets = before.Assets + assets, Shares = before.Shares + shares });
    }
}
