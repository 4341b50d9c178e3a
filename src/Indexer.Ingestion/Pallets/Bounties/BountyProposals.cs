using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Bounties;

/// <summary>The bounties that events and calls name.</summary>
internal static class BountyProposals
{
    /// <summary>The bounty that an event names.</summary>
    public static ProposalState Named(SubstrateOccurrence occurrence, NetworkState state) =>
        state.Governance.Proposal(ProposalIds.Bounty(occurrence.Fields.U32("index")));

    /// <summary>The bounty that a call names.</summary>
    public static ProposalState Named(SubstrateCallOccurrence occurrence, NetworkState state) =>
        state.Governance.Proposal(ProposalIds.Bounty(occurrence.Fields.U32("bounty_id")));
}
