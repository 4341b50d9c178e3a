using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhaVault;

/// <summary>UnlockPeriodUpdated: seconds that unlock requests wait, those that are open included (docs/chains/contracts.md, Terms and rewards).</summary>
internal sealed class UnlockPeriodUpdatedHandler()
    : VaultTermsHandler("UnlockPeriodUpdated(uint256 oldUnlockPeriod, uint256 newUnlockPeriod)")
{
    protected override VaultTerms After(VaultTerms terms, EvmEventContext context) =>
        terms with
        {
            UnlockPeriod = Number<long>(context, "newUnlockPeriod"),
        };
}
