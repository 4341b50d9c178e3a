using Indexer.Domain;

namespace Indexer.Handlers.Governance.ChildBounties;

/// <summary>A child bounty was paid.</summary>
internal sealed class ClaimedHandler() : SubstrateHandler("ChildBounties", "Claimed")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        ChildBountyProposals.Named(context, state).Pay(context);
}
