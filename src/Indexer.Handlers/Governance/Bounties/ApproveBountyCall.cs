using Indexer.Domain;

namespace Indexer.Handlers.Governance.Bounties;

/// <summary>A bounty was approved; no event tells it. It is funded in the next spend period that has the money.</summary>
internal sealed class ApproveBountyCall() : SubstrateCallHandler("Bounties", "approve_bounty")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state)
    {
        var bounty = BountyProposals.Named(context, state);
        foreach (var change in bounty.Become(ProposalEventKind.Passed, ProposalStatus.Passed))
        {
            yield return change;
        }

        if (context.Cause is { } cause)
        {
            yield return Steps.Link(cause, bounty.ProposalId, ProposalLinkKind.Approved);
        }
    }
}
