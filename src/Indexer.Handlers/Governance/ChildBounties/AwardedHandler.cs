using Indexer.Domain;

namespace Indexer.Handlers.Governance.ChildBounties;

/// <summary>The curator awarded a child bounty; it can be claimed after a delay.</summary>
internal sealed class AwardedHandler() : SubstrateHandler("ChildBounties", "Awarded")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        ChildBountyProposals.Named(context, state).Award(context);
}
