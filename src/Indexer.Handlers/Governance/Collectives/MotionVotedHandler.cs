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
        var motion = Motions.Open(context.Event, state);
        var voter = fields.AccountId("account");
        var isAye = fields.Bool("voted");
        var isFirst = state.Governance.Votes.Find((motion.ProposalId, voter, VoteKind.Direct)) is null;
        return
        [
            new VoteEvent
            {
                ProposalId = motion.ProposalId,
                Voter = voter,
                Action = isFirst ? VoteAction.Cast : VoteAction.Replaced,
                Choice = isAye ? VoteChoice.Aye : VoteChoice.Nay,
                Balance = Motions.Member,
                Ayes = isAye ? Motions.Member : Pha.Zero,
                Nays = isAye ? Pha.Zero : Motions.Member,
            },
            new ProposalChange(
                motion.ProposalId,
                before =>
                    before with
                    {
                        StatedAyes = Motions.Members(fields.U32("yes")),
                        StatedNays = Motions.Members(fields.U32("no")),
                    }
            ),
        ];
    }
}
