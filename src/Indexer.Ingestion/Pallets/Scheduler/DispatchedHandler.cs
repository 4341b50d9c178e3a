using Indexer.Domain;
using Indexer.Ingestion.Pallets.Democracy;

namespace Indexer.Ingestion.Pallets.Scheduler;

/// <summary>
/// A scheduled task was carried out: of a referendum it is the enactment, unless Democracy.Executed said so already.
/// </summary>
internal sealed class DispatchedHandler() : SubstrateHandler("Scheduler", "Dispatched")
{
    public override StoredCall? CarriesOut(SubstrateOccurrence occurrence, NetworkState state) =>
        occurrence.Runtime.Error(occurrence.Fields.Variant("result")) is null
        && ReferendumTask.Queued(occurrence.Fields, state) is { Hash: { } hash } referendum
            ? new StoredCall(referendum.ProposalId, hash)
            : null;

    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        var error = occurrence.Runtime.Error(occurrence.Fields.Variant("result"));
        return ReferendumTask.Queued(occurrence.Fields, state)?.Enacted(error) ?? [];
    }
}
