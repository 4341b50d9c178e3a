using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Treasury;

/// <summary>A request was refused: its event says so, the call who did it.</summary>
internal sealed class RejectProposalCall() : SubstrateCallHandler("Treasury", "reject_proposal")
{
    public override IEnumerable<Change> Handle(SubstrateCallOccurrence occurrence, NetworkState state)
    {
        var proposal = TreasuryProposals.Named(occurrence, state);
        if (occurrence.Cause is { } cause)
        {
            yield return Steps.Link(cause, proposal.ProposalId, ProposalLinkKind.RejectedOther);
        }
    }
}
