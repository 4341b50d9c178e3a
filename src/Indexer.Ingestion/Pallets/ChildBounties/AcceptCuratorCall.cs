using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.ChildBounties;

/// <summary>A curator accepted a child bounty; no event tells it.</summary>
internal sealed class AcceptCuratorCall() : SubstrateCallHandler("ChildBounties", "accept_curator")
{
    public override IEnumerable<Change> Handle(SubstrateCallOccurrence occurrence, NetworkState state)
    {
        yield return ChildBountyProposals
            .Named(occurrence, state)
            .Step(ProposalEventKind.CuratorChanged, occurrence.Signer);
    }
}
