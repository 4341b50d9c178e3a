using Indexer.Domain;

namespace Indexer.Handlers.Governance.Bounties;

/// <summary>The curator moved the time at which a bounty expires.</summary>
internal sealed class BountyExtendedHandler() : SubstrateHandler("Bounties", "BountyExtended")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        yield return BountyProposals.Named(context, state).Step(ProposalEventKind.Extended);
    }
}
