using Indexer.Domain;
using Indexer.Ingestion.Pallets.Democracy;

namespace Indexer.Ingestion.Pallets.Scheduler;

/// <summary>
/// A scheduled task was carried out: of a referendum it is the enactment, unless Democracy.Executed said so already.
/// </summary>
internal sealed class DispatchedHandler() : SubstrateHandler("Scheduler", "Dispatched")
{
    public override StoredCall? CarriesOut(SubstrateOccurrence occurrence, NetworkState state) =>
        ReferendumTask.Find(occurrence.Fields, state, ProposalStatus.Executed) is { Hash: { } hash } referendum
        && !occurrence.Earlier.Any(earlier => earlier is { Pallet: "Democracy", Name: "Executed" })
            ? new StoredCall(referendum.ProposalId, hash)
            : null;

    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        var error = occurrence.Runtime.Error(occurrence.Fields.Variant("result"));
        return ReferendumTask.Find(occurrence.Fields, state, ProposalStatus.Queued)?.Enacted(error) ?? [];
    }
}
