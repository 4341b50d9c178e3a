using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.ChildBounties;

/// <summary>The curator awarded a child bounty; it can be claimed after a delay.</summary>
internal sealed class AwardedHandler() : SubstrateHandler("ChildBounties", "Awarded")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state) =>
        ChildBountyProposals.Named(occurrence, state).Award(occurrence);
}
