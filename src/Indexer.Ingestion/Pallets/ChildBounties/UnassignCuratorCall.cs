using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.ChildBounties;

/// <summary>A child bounty lost its curator; no event tells it.</summary>
internal sealed class UnassignCuratorCall() : SubstrateCallHandler("ChildBounties", "unassign_curator")
{
    public override IEnumerable<Change> Handle(SubstrateCallOccurrence occurrence, NetworkState state)
    {
        yield return ChildBountyProposals.Named(occurrence, state).Step(ProposalEventKind.CuratorChanged);
    }
}
