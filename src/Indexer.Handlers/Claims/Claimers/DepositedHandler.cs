using Indexer.Domain;

namespace Indexer.Handlers.Claims.Claimers;

/// <summary>
/// Deposited: the team funded a claim contract. What it paid for vault shares is stated by the vault's Deposit of the same
/// transaction (docs/chains/contracts.md, Claims).
/// </summary>
internal sealed class DepositedHandler() : ClaimerHandler("Deposited(uint256 free, uint256 staked)")
{
    public override IEnumerable<Change> Handle(EvmEventContext context, NetworkState state) =>
        [
            new ClaimFunding
            {
                Kind = KindOf(context),
                Contract = context.Contract,
                Free = context.Amount("free"),
                Staked = context.Amount("staked"),
            },
        ];
}
