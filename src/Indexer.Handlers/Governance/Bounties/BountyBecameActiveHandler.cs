using Indexer.Domain;

namespace Indexer.Handlers.Governance.Bounties;

/// <summary>The treasury funded a bounty; its bond is given back.</summary>
internal sealed class BountyBecameActiveHandler() : SubstrateHandler("Bounties", "BountyBecameActive")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        return BountyProposals
            .Named(context, state)
            .Become(
                ProposalEventKind.Started,
                ProposalStatus.Active,
                state: before => before with { Deposit = Pha.Zero }
            );
    }
}
