using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhaVault;

/// <summary>MaxUnlockRequestsUpdated: how many unlock requests of one owner may be open (docs/chains/contracts.md, Unlocks).</summary>
internal sealed class MaxUnlockRequestsUpdatedHandler()
    : VaultTermsHandler("MaxUnlockRequestsUpdated(uint256 oldMaxUnlockRequests, uint256 newMaxUnlockRequests)")
{
    protected override VaultTerms After(VaultTerms terms, EvmEventContext context) =>
        terms with
        {
            MaxUnlockRequests = Number<int>(context, "newMaxUnlockRequests"),
        };
}
