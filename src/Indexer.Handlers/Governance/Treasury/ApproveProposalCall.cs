using Indexer.Domain;

namespace Indexer.Handlers.Governance.Treasury;

/// <summary>A request was approved; no event tells it. It is paid in the next spend period that has the money.</summary>
internal sealed class ApproveProposalCall() : SubstrateCallHandler("Treasury", "approve_proposal")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state)
    {
        var proposal = TreasuryProposals.Named(context, state);
        foreach (
            var change in proposal.Become(
                ProposalEventKind.Awarded,
                ProposalStatus.Awarded,
                step => step with { Account = proposal.Beneficiary, Amount = proposal.Value }
            )
        )
        {
            yield return change;
        }

        if (context.Cause is { } cause)
        {
            yield return Steps.Link(cause, proposal.ProposalId, ProposalLinkKind.Approved);
        }
    }
}
