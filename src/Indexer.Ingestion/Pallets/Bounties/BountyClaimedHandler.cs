using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Bounties;

/// <summary>A bounty was paid.</summary>
internal sealed class BountyClaimedHandler() : SubstrateHandler("Bounties", "BountyClaimed")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state) =>
        BountyProposals.Named(occurrence, state).Pay(occurrence);
}
