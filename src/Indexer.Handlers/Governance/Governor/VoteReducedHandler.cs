using Indexer.Domain;

namespace Indexer.Handlers.Governance.Governor;

/// <summary>
/// VoteReduced: an account that delegated votes itself, and its delegate's vote lost that weight. The OverrideVoteCast that
/// follows is the account's own vote (GovernorCountingOverridable).
/// </summary>
internal sealed class VoteReducedHandler()
    : GovernorHandler(
        "VoteReduced(address indexed delegate, uint256 proposalId, uint8 support, uint256 weight)",
        ContractRoles.Governor
    )
{
    protected override IEnumerable<Change> Changes(
        GovernorProposal proposal,
        EvmEventContext context,
        NetworkState state
    )
    {
        var voter = context.Event.Address("delegate");
        var vote =
            state.Governance.Votes.Find((proposal.Id, voter, VoteKind.Direct))
            ?? throw new UnknownStateException(
                $"{context.Log} reduces the vote of {voter} on {proposal.Id}, which does not exist; events are missing before it."
            );
        var isKnown = OwnTokens.On(state.Governance.Proposal(proposal.Id), voter, context, state) is not null;
        return [Reweigh(vote, context.Amount("weight"), isKnown ? vote.Balance : null)];
    }

    /// <summary>The vote with less weight and the given own part.</summary>
    public static VoteEvent Reweigh(Vote vote, Pha less, Pha? own) =>
        CastVote.Split(
            new VoteEvent
            {
                ProposalId = vote.ProposalId,
                Voter = vote.Voter,
                Action = VoteAction.Reweighed,
                Choice = vote.Choice,
                Ayes = vote.Choice == VoteChoice.Aye ? vote.Ayes - less : vote.Ayes,
                Nays = vote.Choice == VoteChoice.Nay ? vote.Nays - less : vote.Nays,
                Abstains = vote.Choice == VoteChoice.Abstain ? vote.Abstains - less : vote.Abstains,
                Others = vote.Choice == VoteChoice.Other ? vote.Others - less : vote.Others,
                Reason = vote.Reason,
            },
            own
        );
}
