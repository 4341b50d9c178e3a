using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.ChildBounties;

/// <summary>Somebody was asked to be the curator of a child bounty; no event tells it.</summary>
internal sealed class ProposeCuratorCall() : SubstrateCallHandler("ChildBounties", "propose_curator")
{
    public override IEnumerable<Change> Handle(SubstrateCallOccurrence occurrence, NetworkState state)
    {
        yield return ChildBountyProposals
            .Named(occurrence, state)
            .Step(
                ProposalEventKind.CuratorChanged,
                occurrence.Fields.Address("curator"),
                occurrence.Fields.Balance("fee")
            );
    }
}
