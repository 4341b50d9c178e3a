using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Ingestion.Pallets.Democracy;

/// <summary>
/// A referendum did not pass.
/// </summary>
internal sealed class NotPassedHandler() : SubstrateHandler("Democracy", "NotPassed")
{
    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) => Decision.Needs(raised);

    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        var proposal = Decision.Referendum(occurrence, state);
        return
        [
            .. Decision.Compare(occurrence, state),
            .. proposal.Become(
                ProposalEventKind.Rejected,
                ProposalStatus.Rejected,
                state: before => Decision.Decided(occurrence, before) with { EnactmentHeight = null }
            ),
        ];
    }
}
