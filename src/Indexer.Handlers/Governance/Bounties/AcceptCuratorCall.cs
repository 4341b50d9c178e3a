using Indexer.Domain;

namespace Indexer.Handlers.Governance.Bounties;

/// <summary>A curator accepted a bounty; no event tells it.</summary>
internal sealed class AcceptCuratorCall() : SubstrateCallHandler("Bounties", "accept_curator")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state)
    {
        yield return BountyProposals.Named(context, state).Step(ProposalEventKind.CuratorChanged, context.Signer);
    }
}
