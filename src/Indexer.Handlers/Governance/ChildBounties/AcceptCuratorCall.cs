using Indexer.Domain;

namespace Indexer.Handlers.Governance.ChildBounties;

/// <summary>A curator accepted a child bounty; no event tells it.</summary>
internal sealed class AcceptCuratorCall() : SubstrateCallHandler("ChildBounties", "accept_curator")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state)
    {
        yield return ChildBountyProposals.Named(context, state).Step(ProposalEventKind.CuratorChanged, context.Signer);
    }
}
