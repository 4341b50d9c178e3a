using Indexer.Domain;

namespace Indexer.Handlers.Governance.Bounties;

/// <summary>A bounty lost its curator, and the award that it made; no event tells it.</summary>
internal sealed class UnassignCuratorCall() : SubstrateCallHandler("Bounties", "unassign_curator")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state) =>
        BountyProposals.Named(context, state).Unassign();
}
