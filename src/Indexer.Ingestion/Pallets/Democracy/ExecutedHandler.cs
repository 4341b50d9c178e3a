using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Democracy;

/// <summary>
/// A referendum was enacted (before polkadot 0.9.32; since then Scheduler.Dispatched tells it).
/// </summary>
internal sealed class ExecutedHandler() : SubstrateHandler("Democracy", "Executed")
{
    public override StoredCall? CarriesOut(SubstrateOccurrence occurrence, NetworkState state) =>
        occurrence.Runtime.Error(occurrence.Fields.Variant("result")) is null
        && Decision.Referendum(occurrence, state) is { Hash: { } hash } referendum
            ? new StoredCall(referendum.ProposalId, hash)
            : null;

    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        var error = occurrence.Runtime.Error(occurrence.Fields.Variant("result"));
        return Decision.Referendum(occurrence, state).Enacted(error);
    }
}
