using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Bounties;

/// <summary>A bounty was approved; no event tells it. It is funded in the next spend period that has the money.</summary>
internal sealed class ApproveBountyCall() : SubstrateCallHandler("Bounties", "approve_bounty")
{
    public override IEnumerable<Change> Handle(SubstrateCallOccurrence occurrence, NetworkState state)
    {
        var bounty = BountyProposals.Named(occurrence, state);
        foreach (var change in bounty.Become(ProposalEventKind.Passed, ProposalStatus.Passed))
        {
            yield return change;
        }

        if (occurrence.Cause is { } cause)
        {
            yield return Steps.Link(cause, bounty.ProposalId, ProposalLinkKind.Approved);
        }
    }
}
