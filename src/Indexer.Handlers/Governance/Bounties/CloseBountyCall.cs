using Indexer.Domain;

namespace Indexer.Handlers.Governance.Bounties;

/// <summary>A bounty was closed: its events say so, the call who did it.</summary>
internal sealed class CloseBountyCall() : SubstrateCallHandler("Bounties", "close_bounty")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state)
    {
        var bounty = BountyProposals.Named(context, state);
        if (context.Cause is { } cause)
        {
            yield return Steps.Link(cause, bounty.ProposalId, ProposalLinkKind.CancelledOther);
        }
    }
}
