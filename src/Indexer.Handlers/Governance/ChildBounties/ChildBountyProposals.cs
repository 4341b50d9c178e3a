using Indexer.Domain;

namespace Indexer.Handlers.Governance.ChildBounties;

/// <summary>The child bounties that events and calls name.</summary>
internal static class ChildBountyProposals
{
    /// <summary>The child bounty that an event names.</summary>
    public static ProposalState Named(SubstrateEventContext context, NetworkState state) =>
        state.Governance.Proposal(
            ProposalIds.ChildBounty(context.Fields.U32("index"), context.Fields.U32("child_index"))
        );

    /// <summary>The child bounty that a call names.</summary>
    public static ProposalState Named(SubstrateCallContext context, NetworkState state) =>
        state.Governance.Proposal(
            ProposalIds.ChildBounty(context.Fields.U32("parent_bounty_id"), context.Fields.U32("child_bounty_id"))
        );
}
