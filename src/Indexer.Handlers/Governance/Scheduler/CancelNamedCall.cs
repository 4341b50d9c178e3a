using Indexer.Domain;

namespace Indexer.Handlers.Governance.Scheduler;

/// <summary>A named task was cancelled: of a referendum it was the enactment.</summary>
internal sealed class CancelNamedCall() : SubstrateCallHandler("Scheduler", "cancel_named")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state)
    {
        return ReferendumTask
                .Queued(context.Fields, state)
                ?.Become(ProposalEventKind.Cancelled, ProposalStatus.Cancelled)
            ?? [];
    }
}
