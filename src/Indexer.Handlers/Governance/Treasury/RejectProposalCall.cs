using Indexer.Domain;

namespace Indexer.Handlers.Governance.Treasury;

/// <summary>A request was refused: its event says so, the call who did it.</summary>
internal sealed class RejectProposalCall() : SubstrateCallHandler("Treasury", "reject_proposal")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state)
    {
        var proposal = TreasuryProposals.Named(context, state);
        if (context.Cause is { } cause)
        {
            yield return Steps.Link(cause, proposal.ProposalId, ProposalLinkKind.RejectedOther);
        }
    }
}
