using Indexer.Domain;

namespace Indexer.Handlers.Governance.Bounties;

/// <summary>The bounties that events and calls name.</summary>
internal static class BountyProposals
{
    /// <summary>The bounty that an event names.</summary>
    public static ProposalState Named(SubstrateEventContext context, NetworkState state) =>
        state.Governance.Proposal(ProposalIds.Bounty(context.Fields.U32("index")));

    /// <summary>The bounty that a call names.</summary>
    public static ProposalState Named(SubstrateCallContext context, NetworkState state) =>
        state.Governance.Proposal(ProposalIds.Bounty(context.Fields.U32("bounty_id")));
}
