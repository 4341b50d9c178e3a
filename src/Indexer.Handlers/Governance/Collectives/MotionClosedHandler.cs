using Indexer.Domain;

namespace Indexer.Handlers.Governance.Collectives;

/// <summary>
/// A motion was closed. The chain states its tally; after the period of the motion that counts members who did not vote as
/// their prime did, or against.
/// </summary>
/// <param name="pallet">The collective.</param>
internal abstract class MotionClosedHandler(string pallet) : SubstrateHandler(pallet, "Closed")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var motion = Motions.Open(context.Event, state);
        var ayes = Motions.Members(context.Fields.U32("yes"));
        var nays = Motions.Members(context.Fields.U32("no"));
        return
        [
            motion.Step(ProposalEventKind.Closed),
            Row(motion, ReconciliationCheck.Ayes, ayes, motion.Ayes),
            Row(motion, ReconciliationCheck.Nays, nays, motion.Nays),
            new ProposalChange(
                motion.ProposalId,
                before => before with { StatedAyes = ayes, StatedNays = nays, EndTime = context.Block.Time }
            ),
        ];
    }

    private Reconciliation Row(ProposalState motion, ReconciliationCheck check, Pha stated, Pha found) =>
        new()
        {
            ProposalId = motion.ProposalId,
            Check = check,
            Source = $"{Pallet}.Closed",
            Stated = stated,
            Found = found,
            Reason =
                stated == found ? null
                : stated > found ? "default votes of absent members"
                : "unexplained",
        };
}
