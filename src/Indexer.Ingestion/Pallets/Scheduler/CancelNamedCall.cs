using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Scheduler;

/// <summary>A named task was cancelled: of a referendum it was the enactment.</summary>
internal sealed class CancelNamedCall() : SubstrateCallHandler("Scheduler", "cancel_named")
{
    public override IEnumerable<Change> Handle(SubstrateCallOccurrence occurrence, NetworkState state)
    {
        return ReferendumTask
                .Queued(occurrence.Fields, state)
                ?.Become(ProposalEventKind.Cancelled, ProposalStatus.Cancelled)
            ?? [];
    }
}
