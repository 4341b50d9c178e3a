using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Collectives;

/// <summary>
/// A motion passed.
/// </summary>
/// <param name="pallet">The collective.</param>
internal abstract class MotionApprovedHandler(string pallet) : SubstrateHandler(pallet, "Approved")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        return Motions.Open(occurrence.Event, state).Become(ProposalEventKind.Passed, ProposalStatus.Passed);
    }
}
