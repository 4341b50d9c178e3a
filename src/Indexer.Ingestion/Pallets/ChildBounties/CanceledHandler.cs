using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.ChildBounties;

/// <summary>A child bounty was closed and its money given back to its bounty.</summary>
internal sealed class CanceledHandler() : SubstrateHandler("ChildBounties", "Canceled")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        return ChildBountyProposals
            .Named(occurrence, state)
            .Become(ProposalEventKind.Cancelled, ProposalStatus.Cancelled);
    }
}
