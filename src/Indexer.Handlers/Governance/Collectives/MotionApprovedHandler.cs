using Indexer.Domain;

namespace Indexer.Handlers.Governance.Collectives;

/// <summary>
/// A motion passed.
/// </summary>
/// <param name="pallet">The collective.</param>
internal abstract class MotionApprovedHandler(string pallet) : SubstrateHandler(pallet, "Approved")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        return Motions.Open(context.Event, state).Become(ProposalEventKind.Passed, ProposalStatus.Passed);
    }
}
