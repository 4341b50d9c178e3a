using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Bounties;

/// <summary>The treasury funded a bounty; its bond is given back.</summary>
internal sealed class BountyBecameActiveHandler() : SubstrateHandler("Bounties", "BountyBecameActive")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        return BountyProposals
            .Named(occurrence, state)
            .Become(
                ProposalEventKind.Started,
                ProposalStatus.Active,
                state: before => before with { Deposit = Pha.Zero }
            );
    }
}
