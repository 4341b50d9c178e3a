using Indexer.Domain;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>The external proposal: the chain holds at most one that waits to be tabled.</summary>
internal static class ExternalProposals
{
    private const string Prefix = "external/";

    /// <summary>The external proposal that waits to be tabled; null when none does.</summary>
    public static ProposalState? External(this NetworkState state) =>
        state.Governance.ProposalsOfStatus(ProposalStatus.Active).FirstOrDefault(IsExternal);

    /// <summary>Whether a proposal is an external one.</summary>
    public static bool IsExternal(ProposalState proposal) =>
        proposal.ProposalId.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Whether a proposal is a public one.</summary>
    public static bool IsPublic(ProposalState proposal) =>
        proposal.ProposalId.StartsWith("public-proposal/", StringComparison.Ordinal);
}
