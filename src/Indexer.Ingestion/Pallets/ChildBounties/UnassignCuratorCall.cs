using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.ChildBounties;

/// <summary>A child bounty lost its curator, and the award that it made; no event tells it.</summary>
internal sealed class UnassignCuratorCall() : SubstrateCallHandler("ChildBounties", "unassign_curator")
{
    public override IEnumerable<Change> Handle(SubstrateCallOccurrence occurrence, NetworkState state) =>
        ChildBountyProposals.Named(occurrence, state).Unassign();
}
