using Indexer.Domain;

namespace Indexer.Handlers.Governance.Bounties;

/// <summary>A bounty was closed and its money given back to the treasury.</summary>
internal sealed class BountyCanceledHandler() : SubstrateHandler("Bounties", "BountyCanceled")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        return BountyProposals.Named(context, state).Become(ProposalEventKind.Cancelled, ProposalStatus.Cancelled);
    }
}
