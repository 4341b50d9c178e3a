using Indexer.Domain;

namespace Indexer.Ingestion.Contracts.PhaVault;

/// <summary>MaxUnlockRequestsUpdated: how many unlock requests of one owner may be open (evm.md section 2.3).</summary>
internal sealed class MaxUnlockRequestsUpdatedHandler()
    : VaultTermsHandler("MaxUnlockRequestsUpdated(uint256 oldMaxUnlockRequests, uint256 newMaxUnlockRequests)")
{
    protected override VaultTerms After(VaultTerms terms, EvmOccurrence occurrence) =>
        terms with
        {
            MaxUnlockRequests = Number<int>(occurrence, "newMaxUnlockRequests"),
        };
}
