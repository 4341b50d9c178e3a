using Indexer.Domain;

namespace Indexer.Handlers.Governance.Bounties;

/// <summary>Somebody was asked to be the curator of a bounty; no event tells it.</summary>
internal sealed class ProposeCuratorCall() : SubstrateCallHandler("Bounties", "propose_curator")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state)
    {
        yield return BountyProposals
            .Named(context, state)
            .Step(ProposalEventKind.CuratorChanged, context.Fields.Address("curator"), context.Fields.Balance("fee"));
    }
}
