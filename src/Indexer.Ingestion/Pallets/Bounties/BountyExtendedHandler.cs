using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Bounties;

/// <summary>The curator moved the time at which a bounty expires.</summary>
internal sealed class BountyExtendedHandler() : SubstrateHandler("Bounties", "BountyExtended")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        yield return BountyProposals.Named(occurrence, state).Step(ProposalEventKind.Extended);
    }
}
