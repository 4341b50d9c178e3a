using Indexer.Domain;

namespace Indexer.Handlers.Governance.Bounties;

/// <summary>The curator awarded a bounty; it can be claimed after a delay.</summary>
internal sealed class BountyAwardedHandler() : SubstrateHandler("Bounties", "BountyAwarded")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        BountyProposals.Named(context, state).Award(context);
}
