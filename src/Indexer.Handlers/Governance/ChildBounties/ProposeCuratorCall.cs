using Indexer.Domain;

namespace Indexer.Handlers.Governance.ChildBounties;

/// <summary>Somebody was asked to be the curator of a child bounty; no event tells it.</summary>
internal sealed class ProposeCuratorCall() : SubstrateCallHandler("ChildBounties", "propose_curator")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state)
    {
        yield return ChildBountyProposals
            .Named(context, state)
            .Step(ProposalEventKind.CuratorChanged, context.Fields.Address("curator"), context.Fields.Balance("fee"));
    }
}
