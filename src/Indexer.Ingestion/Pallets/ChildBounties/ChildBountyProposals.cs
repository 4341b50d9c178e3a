using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.ChildBounties;

/// <summary>The child bounties that events and calls name.</summary>
internal static class ChildBountyProposals
{
    /// <summary>The child bounty that an event names.</summary>
    public static ProposalState Named(SubstrateOccurrence occurrence, NetworkState state) =>
        state.Governance.Proposal(
            ProposalIds.ChildBounty(occurrence.Fields.U32("index"), occurrence.Fields.U32("child_index"))
        );

    /// <summary>The child bounty that a call names.</summary>
    public static ProposalState Named(SubstrateCallOccurrence occurrence, NetworkState state) =>
        state.Governance.Proposal(
            ProposalIds.ChildBounty(occurrence.Fields.U32("parent_bounty_id"), occurrence.Fields.U32("child_bounty_id"))
        );
}
