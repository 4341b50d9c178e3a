using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Bounties;

/// <summary>A bounty was closed and its money given back to the treasury.</summary>
internal sealed class BountyCanceledHandler() : SubstrateHandler("Bounties", "BountyCanceled")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        return BountyProposals.Named(occurrence, state).Become(ProposalEventKind.Cancelled, ProposalStatus.Cancelled);
    }
}
