using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhaVault;

/// <summary>RewardRateUpdated: PHA streamed per second from now on, the treasury's part included (docs/chains/contracts.md, Terms and rewards).</summary>
internal sealed class RewardRateUpdatedHandler()
    : VaultTermsHandler("RewardRateUpdated(uint256 oldRewardRate, uint256 newRewardRate)")
{
    protected override VaultTerms After(VaultTerms terms, EvmEventContext context) =>
        terms with
        {
            RewardRate = context.Amount("newRewardRate"),
        };
}
