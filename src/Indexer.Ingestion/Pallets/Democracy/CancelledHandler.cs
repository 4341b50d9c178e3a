using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Ingestion.Pallets.Democracy;

/// <summary>
/// A referendum was cancelled before its end. The chain's tally is known as of the block before.
/// </summary>
internal sealed class CancelledHandler() : SubstrateHandler("Democracy", "Cancelled")
{
    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) => Decision.Needs(raised);

    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        var proposal = Decision.Referendum(occurrence, state);
        return
        [
            .. Decision.Compare(occurrence, state),
            .. proposal.Become(
                ProposalEventKind.Cancelled,
                ProposalStatus.Cancelled,
                state: before => Decision.Decided(occurrence, before) with { EnactmentHeight = null }
            ),
        ];
    }
}
