using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Ingestion.Pallets.Democracy;

/// <summary>
/// A referendum was cancelled before its end; the chain's tally is known as of the block before. Of one that is over the
/// chain forgets the result, which stays what it was, as does its enactment.
/// Source: pallet_democracy, cancel_referendum, which does not ask whether it is ongoing.
/// </summary>
internal sealed class CancelledHandler() : SubstrateHandler("Democracy", "Cancelled")
{
    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) => Decision.Needs(raised);

    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        var proposal = Decision.Referendum(occurrence, state);
        if (!proposal.IsOpen)
        {
            return
            [
                new ProposalEvent
                {
                    ProposalId = proposal.ProposalId,
                    Kind = ProposalEventKind.Cancelled,
                    Status = proposal.Status,
                },
            ];
        }

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
