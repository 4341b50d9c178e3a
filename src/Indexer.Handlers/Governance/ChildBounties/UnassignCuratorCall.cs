using Indexer.Domain;

namespace Indexer.Handlers.Governance.ChildBounties;

/// <summary>A child bounty lost its curator, and the award that it made; no event tells it.</summary>
internal sealed class UnassignCuratorCall() : SubstrateCallHandler("ChildBounties", "unassign_curator")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state) =>
        ChildBountyProposals.Named(context, state).Unassign();
}
