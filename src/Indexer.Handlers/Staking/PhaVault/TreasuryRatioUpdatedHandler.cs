using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhaVault;

/// <summary>TreasuryRatioUpdated: the treasury's part of the reward stream from now on, in 1/10,000 (docs/chains/contracts.md, Terms and rewards).</summary>
internal sealed class TreasuryRatioUpdatedHandler()
    : VaultTermsHandler("TreasuryRatioUpdated(uint256 oldTreasuryRatio, uint256 newTreasuryRatio)")
{
    protected override VaultTerms After(VaultTerms terms, EvmEventContext context) =>
        terms with
        {
            TreasuryRatio = Number<int>(context, "newTreasuryRatio"),
        };
}
