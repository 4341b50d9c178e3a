using Indexer.Domain;

namespace Indexer.Ingestion.Contracts.PhaVault;

/// <summary>RewardRateUpdated: PHA streamed per second from now on, the treasury's part included (evm.md section 2.2).</summary>
internal sealed class RewardRateUpdatedHandler()
    : VaultTermsHandler("RewardRateUpdated(uint256 oldRewardRate, uint256 newRewardRate)")
{
    protected override VaultTerms After(VaultTerms terms, EvmOccurrence occurrence) =>
        terms with
        {
            RewardRate = occurrence.Amount("newRewardRate"),
        };
}
