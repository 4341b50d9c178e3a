using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>
/// A referendum was cancelled before its end; the chain's tally is known as of the block before. Of one that is over the
/// chain forgets the result, which stays what it was, as does its enactment.
/// Source: pallet_democracy, cancel_referendum, which does not ask whether it is ongoing.
/// </summary>
internal sealed class CancelledHandler() : SubstrateHandler("Democracy", "Cancelled")
{
    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) => Decision.Needs(raised);

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var proposal = Decision.Referendum(context, state);
        return proposal.IsOpen
            ? Decision.End(context, state, ProposalEventKind.Cancelled, ProposalStatus.Cancelled)
            : [proposal.Step(ProposalEventKind.Cancelled)];
    }
}
