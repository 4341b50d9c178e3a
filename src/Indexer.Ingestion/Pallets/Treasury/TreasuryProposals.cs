using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Treasury;

/// <summary>The treasury proposals that events and calls name.</summary>
internal static class TreasuryProposals
{
    /// <summary>The proposal that an event names.</summary>
    public static ProposalState Named(SubstrateOccurrence occurrence, NetworkState state) =>
        state.Governance.Proposal(ProposalIds.Treasury(occurrence.Fields.U32("proposal_index")));

    /// <summary>The proposal that a call names.</summary>
    public static ProposalState Named(SubstrateCallOccurrence occurrence, NetworkState state) =>
        state.Governance.Proposal(ProposalIds.Treasury(occurrence.Fields.U32("proposal_id")));
}
