using Indexer.Domain;

namespace Indexer.Ingestion.Contracts.Claimers;

/// <summary>
/// Deposited: the team funded a claim contract. What it paid for vault shares is stated by the vault's Deposit of the same
/// transaction (evm.md section 1.2).
/// </summary>
internal sealed class DepositedHandler() : ClaimerHandler("Deposited(uint256 free, uint256 staked)")
{
    public override IEnumerable<Change> Handle(EvmOccurrence occurrence, NetworkState state) =>
        [
            new ClaimFunding
            {
                Kind = KindOf(occurrence),
                Contract = occurrence.Contract,
                Free = occurrence.Amount("free"),
                Staked = occurrence.Amount("staked"),
            },
        ];
}
