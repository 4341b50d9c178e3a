using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Ingestion.Pallets.Democracy;

/// <summary>
/// A referendum passed: its call is scheduled.
/// </summary>
internal sealed class PassedHandler() : SubstrateHandler("Democracy", "Passed")
{
    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) => Decision.Needs(raised);

    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state) =>
        Decision.End(occurrence, state, ProposalEventKind.Passed, ProposalStatus.Queued);
}
