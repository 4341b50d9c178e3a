using Indexer.Domain;

namespace Indexer.Handlers.Governance.Governor;

/// <summary>
/// OverrideVoteCast: an account votes with its own tokens instead of its delegate (GovernorCountingOverridable). Where it is
/// its own delegate and voted, what remains of that vote is delegated.
/// </summary>
internal sealed class OverrideVoteCastHandler()
    : GovernorHandler(
        "OverrideVoteCast(address indexed voter, uint256 proposalId, uint8 support, uint256 weight, string reason)",
        ContractRoles.Governor
    )
{
    protected override IEnumerable<Change> Changes(
        GovernorProposal proposal,
        EvmEventContext context,
        NetworkState state
    )
    {
        var voter = context.Event.Address("voter");
        var cast = CastVote.Whole(
            voter,
            (int)context.Event.UInt256("support"),
            context.Amount("weight"),
            context.Text("reason")
        );
        yield return CastVote.Split(
            new VoteEvent
            {
                ProposalId = proposal.Id,
                Voter = voter,
                Kind = VoteKind.Override,
                Action = VoteAction.Cast,
                Choice = cast.Support,
                Ayes = cast.Ayes,
                Nays = cast.Nays,
                Abstains = cast.Abstains,
                Others = cast.Others,
                Reason = cast.Reason,
            },
            own: null
        );
        if (
            state.Governance.Votes.Find((proposal.Id, voter, VoteKind.Direct)) is { } vote
            && !vote.Balance.IsZero
            && OwnTokens.On(state.Governance.Proposal(proposal.Id), voter, context, state) is not null
        )
        {
            yield return VoteReducedHandler.Reweigh(vote, Pha.Zero, own: Pha.Zero);
        }
    }
}
