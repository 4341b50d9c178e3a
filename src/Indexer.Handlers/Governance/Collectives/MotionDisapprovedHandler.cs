using Indexer.Domain;

namespace Indexer.Handlers.Governance.Collectives;

/// <summary>
/// A motion did not pass, or the root struck it down.
/// </summary>
/// <param name="pallet">The collective.</param>
internal abstract class MotionDisapprovedHandler(string pallet) : SubstrateHandler(pallet, "Disapproved")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        return Motions.Open(context.Event, state).Become(ProposalEventKind.Rejected, ProposalStatus.Rejected);
    }
}
