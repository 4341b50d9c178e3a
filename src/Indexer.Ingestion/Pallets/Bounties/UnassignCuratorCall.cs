using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Bounties;

/// <summary>A bounty lost its curator, and the award that it made; no event tells it.</summary>
internal sealed class UnassignCuratorCall() : SubstrateCallHandler("Bounties", "unassign_curator")
{
    public override IEnumerable<Change> Handle(SubstrateCallOccurrence occurrence, NetworkState state) =>
        BountyProposals.Named(occurrence, state).Unassign();
}
