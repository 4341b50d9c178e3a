using Indexer.Domain;

namespace Indexer.Handlers.Governance.Bounties;

/// <summary>A bounty was paid.</summary>
internal sealed class BountyClaimedHandler() : SubstrateHandler("Bounties", "BountyClaimed")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        BountyProposals.Named(context, state).Pay(context);
}
