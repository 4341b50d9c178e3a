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
        return proposal.IsOpen
            ? Decision.End(occurrence, state, ProposalEventKind.Cancelled, ProposalStatus.Cancelled)
            : [proposal.Step(ProposalEventKind.Cancelled)];
    }
}
