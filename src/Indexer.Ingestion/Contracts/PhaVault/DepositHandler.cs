using Indexer.Domain;
using Indexer.Evm;

namespace Indexer.Ingestion.Contracts.PhaVault;

/// <summary>
/// ERC-4626 Deposit. The shares came with their Transfer; this adds what they cost. What a claim contract pays for shares
/// is the frozen price of the migration. When the vault itself is the sender, an unlock request was cancelled
/// (evm.md section 2.3). A deposit of nothing moves nothing and makes no row.
/// </summary>
internal sealed class DepositHandler()
    : PhaVaultHandler("Deposit(address indexed sender, address indexed owner, uint256 assets, uint256 shares)")
{
    public override bool NeedsSender(EvmLog log, EvmEvent decoded) => decoded.Address("sender") == log.Address;

    protected override IEnumerable<Change> Changes(string poolId, EvmOccurrence occurrence, NetworkState state)
    {
        var owner = occurrence.Event.Address("owner");
        var assets = occurrence.Amount("assets");
        if (assets.IsZero)
        {
            return [];
        }

        if (NeedsSender(occurrence.Log, occurrence.Event))
        {
            return CancelledUnlock.Changes(CancelledUnlock.Find(poolId, occurrence, state), owner);
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
        return ContractRoles.IsClaimer(occurrence.Roles.GetValueOrDefault(owner))
            ? [deposit, Purchase(owner, assets, occurrence.Amount("shares"), state)]
            : [deposit];
    }

    private static StateChange Purchase(AccountId claimer, Pha assets, Pha shares, NetworkState state)
    {
        var before = state.ClaimContracts.Find(claimer) ?? new ClaimContract { Contract = claimer };
        return new StateChange(before with { Assets = before.Assets + assets, Shares = before.Shares + shares });
    }
}
