using Indexer.Domain;
using Indexer.Handlers.Governance.Democracy;

namespace Indexer.Handlers.Governance.PhalaWrappedBalances;

/// <summary>
/// A holder of wrapped PHA voted: each part weighs a tenth. The pallet's account votes in Democracy for all holders just
/// before; that vote is kept as their aggregate and does not count beside them.
/// Source: phala-blockchain wrapped_balances.rs, vote.
/// </summary>
internal sealed class VotedHandler() : SubstrateHandler("PhalaWrappedBalances", "Voted")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var fields = context.Fields;
        var proposal = ProposalIds.Referendum(fields.U32("vote_id"));
        var user = fields.AccountId("user");
        var (aye, nay) = (fields.Balance("aye_amount"), fields.Balance("nay_amount"));
        var isFirst = state.Governance.Votes.Find((proposal, user, VoteKind.Wrapped)) is null;
        yield return new VoteEvent
        {
            ProposalId = proposal,
            Voter = user,
            Kind = VoteKind.Wrapped,
            Action = isFirst ? VoteAction.Cast : VoteAction.Replaced,
            Choice =
                nay.IsZero ? VoteChoice.Aye
                : aye.IsZero ? VoteChoice.Nay
                : VoteChoice.Split,
            Balance = aye + nay,
            Conviction = 0,
            Ayes = Votes.Weight(aye, 0),
            Nays = Votes.Weight(nay, 0),
        };
    }
}
