using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Bounties;

/// <summary>Somebody was asked to be the curator of a bounty; no event tells it.</summary>
internal sealed class ProposeCuratorCall() : SubstrateCallHandler("Bounties", "propose_curator")
{
    public override IEnumerable<Change> Handle(SubstrateCallOccurrence occurrence, NetworkState state)
    {
        yield return BountyProposals
            .Named(occurrence, state)
            .Step(
                ProposalEventKind.CuratorChanged,
                occurrence.Fields.Address("curator"),
                occurrence.Fields.Balance("fee")
            );
    }
}
