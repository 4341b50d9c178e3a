using Indexer.Domain;

namespace Indexer.Handlers.Governance.Tips;

/// <summary>The tips that events and calls name by the hash of reason and beneficiary, which a later tip may have again.</summary>
internal static class OpenTips
{
    /// <summary>The tip of a hash that is not paid, retracted or struck down yet.</summary>
    /// <exception cref="UnknownStateException">No indexed event made it.</exception>
    public static ProposalState Tip(this NetworkState state, string hash) =>
        state
            .Governance.ProposalsOfHash(hash)
            .FirstOrDefault(proposal =>
                proposal.ProposalId.StartsWith("tip/", StringComparison.Ordinal)
                && proposal.Status is ProposalStatus.Active or ProposalStatus.Passed
            )
        ?? throw new UnknownProposalException(
            $"Tip {hash} is unknown: no indexed event made it. Index from before it (startBlock)."
        );
}
