using Indexer.Domain;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>The enactment of a referendum that had passed was cancelled; no event names it.</summary>
internal sealed class CancelQueuedCall() : SubstrateCallHandler("Democracy", "cancel_queued")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state)
    {
        return state
            .Governance.Proposal(ProposalIds.Referendum(context.Fields.U32("which")))
            .Become(ProposalEventKind.Cancelled, ProposalStatus.Cancelled);
    }
}
