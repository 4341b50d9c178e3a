using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Ingestion.Pallets.Democracy;

/// <summary>
/// A referendum did not pass.
/// </summary>
internal sealed class NotPassedHandler() : SubstrateHandler("Democracy", "NotPassed")
{
    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) => Decision.Needs(raised);

    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state) =>
        Decision.End(occurrence, state, ProposalEventKind.Rejected, ProposalStatus.Rejected);
}
