using Indexer.Domain;
using Indexer.Substrate;

namespace Indexer.Ingestion.Pallets.Democracy;

/// <summary>
/// A referendum was enacted (before polkadot 0.9.32; since then Scheduler.Dispatched tells it). In the first layout the result is
/// only whether the call succeeded: the chain does not say what its error was.
/// </summary>
internal sealed class ExecutedHandler() : SubstrateHandler("Democracy", "Executed")
{
    private const string UnknownError = "unknown";

    public override StoredCall? CarriesOut(SubstrateOccurrence occurrence, NetworkState state) =>
        occurrence.Runtime.Error(occurrence.Fields.Variant("result")) is null
        && Decision.Referendum(occurrence, state) is { Hash: { } hash } referendum
            ? new StoredCall(referendum.ProposalId, hash)
            : null;

    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        var error = occurrence.Fields.Value("result") is ScaleBool isOk
            ? (isOk.Value ? null : UnknownError)
            : occurrence.Runtime.Error(occurrence.Fields.Variant("result"));
        return Decision.Referendum(occurrence, state).Enacted(error);
    }
}
