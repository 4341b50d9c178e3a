using Indexer.Domain;

namespace Indexer.Handlers.Governance.ChildBounties;

/// <summary>A child bounty was closed and its money given back to its bounty.</summary>
internal sealed class CanceledHandler() : SubstrateHandler("ChildBounties", "Canceled")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        return ChildBountyProposals.Named(context, state).Become(ProposalEventKind.Cancelled, ProposalStatus.Cancelled);
    }
}
