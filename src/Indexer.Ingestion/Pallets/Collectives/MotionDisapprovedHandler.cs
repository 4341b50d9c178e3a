using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Collectives;

/// <summary>
/// A motion did not pass, or the root struck it down.
/// </summary>
/// <param name="pallet">The collective.</param>
internal abstract class MotionDisapprovedHandler(string pallet) : SubstrateHandler(pallet, "Disapproved")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        return Motions.Open(occurrence.Event, state).Become(ProposalEventKind.Rejected, ProposalStatus.Rejected);
    }
}
