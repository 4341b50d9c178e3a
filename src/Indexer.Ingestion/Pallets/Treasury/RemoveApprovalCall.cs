using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Treasury;

/// <summary>The approval of a request was taken back; no event tells it.</summary>
internal sealed class RemoveApprovalCall() : SubstrateCallHandler("Treasury", "remove_approval")
{
    public override IEnumerable<Change> Handle(SubstrateCallOccurrence occurrence, NetworkState state)
    {
        var proposal = TreasuryProposals.Named(occurrence, state);
        foreach (var change in proposal.Become(ProposalEventKind.Cancelled, ProposalStatus.Pending))
        {
            yield return change;
        }

        if (occurrence.Cause is { } cause)
        {
            yield return Steps.Link(cause, proposal.ProposalId, ProposalLinkKind.CancelledOther);
        }
    }
}
