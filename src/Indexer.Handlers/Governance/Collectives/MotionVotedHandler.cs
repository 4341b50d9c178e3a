using Indexer.Domain;

namespace Indexer.Handlers.Governance.Collectives;

/// <summary>
/// A member voted on a motion, or changed its vote.
/// </summary>
/// <param name="pallet">The collective.</param>
internal abstract class MotionVotedHandler(string pallet) : SubstrateHandler(pallet, "Voted")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var fields = context.Fields;
        return Motions.Vote(
            state,
            Motions.Open(context.Event, state).ProposalId,
            fields.AccountId("account"),
            fields.Bool("voted"),
            fields.U32("yes"),
            fields.U32("no")
        );
    }
}
