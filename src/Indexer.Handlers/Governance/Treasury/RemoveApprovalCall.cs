using Indexer.Domain;

namespace Indexer.Handlers.Governance.Treasury;

/// <summary>The approval of a request was taken back; no event tells it.</summary>
internal sealed class RemoveApprovalCall() : SubstrateCallHandler("Treasury", "remove_approval")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state)
    {
        var proposal = TreasuryProposals.Named(context, state);
        foreach (var change in proposal.Become(ProposalEventKind.Cancelled, ProposalStatus.Pending))
        {
            yield return change;
        }

        if (context.Cause is { } cause)
        {
            yield return Steps.Link(cause, proposal.ProposalId, ProposalLinkKind.CancelledOther);
        }
    }
}
