using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.ChildBounties;

/// <summary>A child bounty was paid.</summary>
internal sealed class ClaimedHandler() : SubstrateHandler("ChildBounties", "Claimed")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state) =>
        ChildBountyProposals.Named(occurrence, state).Pay(occurrence);
}
