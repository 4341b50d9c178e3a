using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Democracy;

/// <summary>All public proposals were struck down; no event tells it.</summary>
internal sealed class ClearPublicProposalsCall() : SubstrateCallHandler("Democracy", "clear_public_proposals")
{
    public override IEnumerable<Change> Handle(SubstrateCallOccurrence occurrence, NetworkState state)
    {
        return state
            .Governance.ProposalsOfStatus(ProposalStatus.Active)
            .Where(ExternalProposals.IsPublic)
            .SelectMany(proposal => proposal.Become(ProposalEventKind.Cancelled, ProposalStatus.Cancelled));
    }
}
