using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Bounties;

/// <summary>The curator awarded a bounty; it can be claimed after a delay.</summary>
internal sealed class BountyAwardedHandler() : SubstrateHandler("Bounties", "BountyAwarded")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state) =>
        BountyProposals.Named(occurrence, state).Award(occurrence);
}
