using Indexer.Domain;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>All public proposals were struck down; no event tells it.</summary>
internal sealed class ClearPublicProposalsCall() : SubstrateCallHandler("Democracy", "clear_public_proposals")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state)
    {
        return state
            .Governance.ProposalsOfStatus(ProposalStatus.Active)
            .Where(ExternalProposals.IsPublic)
            .SelectMany(proposal => proposal.Become(ProposalEventKind.Cancelled, ProposalStatus.Cancelled));
    }
}
