using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Democracy;

/// <summary>The enactment of a referendum that had passed was cancelled; no event names it.</summary>
internal sealed class CancelQueuedCall() : SubstrateCallHandler("Democracy", "cancel_queued")
{
    public override IEnumerable<Change> Handle(SubstrateCallOccurrence occurrence, NetworkState state)
    {
        return state
            .Governance.Proposal(ProposalIds.Referendum(occurrence.Fields.U32("which")))
            .Become(ProposalEventKind.Cancelled, ProposalStatus.Cancelled);
    }
}
