using Indexer.Domain;

namespace Indexer.Handlers.Governance.Treasury;

/// <summary>The treasury proposals that events and calls name.</summary>
internal static class TreasuryProposals
{
    /// <summary>The proposal that an event names.</summary>
    public static ProposalState Named(SubstrateEventContext context, NetworkState state) =>
        state.Governance.Proposal(ProposalIds.Treasury(context.Fields.U32("proposal_index")));

    /// <summary>The proposal that a call names.</summary>
    public static ProposalState Named(SubstrateCallContext context, NetworkState state) =>
        state.Governance.Proposal(ProposalIds.Treasury(context.Fields.U32("proposal_id")));
}
