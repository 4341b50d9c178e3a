using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Bounties;

/// <summary>A bounty was closed: its events say so, the call who did it.</summary>
internal sealed class CloseBountyCall() : SubstrateCallHandler("Bounties", "close_bounty")
{
    public override IEnumerable<Change> Handle(SubstrateCallOccurrence occurrence, NetworkState state)
    {
        var bounty = BountyProposals.Named(occurrence, state);
        if (occurrence.Cause is { } cause)
        {
            yield return Steps.Link(cause, bounty.ProposalId, ProposalLinkKind.CancelledOther);
        }
    }
}
