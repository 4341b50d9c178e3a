using Indexer.Domain;

namespace Indexer.Handlers.Governance.Governor;

/// <summary>A vote that an event states, or a part of one: fractional counting lets a voter cast its weight bit by bit.</summary>
/// <param name="Voter">The voter.</param>
/// <param name="Ayes">Weight in favour.</param>
/// <param name="Nays">Weight against.</param>
/// <param name="Abstains">Weight that abstains.</param>
/// <param name="Others">Weight on what only the contract knows.</param>
/// <param name="Support">What a vote without weight is for.</param>
/// <param name="Reason">Why, in the voter's words.</param>
internal sealed record CastVote(
    AccountId Voter,
    Pha Ayes,
    Pha Nays,
    Pha Abstains,
    Pha Others,
    VoteChoice Support,
    string? Reason
)
{
    /// <summary>The vote of a whole weight for one choice: 0 against, 1 for, 2 abstaining.</summary>
    public static CastVote Whole(AccountId voter, int support, Pha weight, string? reason) =>
        new(
            voter,
            support == 1 ? weight : Pha.Zero,
            support == 0 ? weight : Pha.Zero,
            support == 2 ? weight : Pha.Zero,
            support > 2 ? weight : Pha.Zero,
            ChoiceOf(support),
            reason
        );

    /// <summary>The changes that the vote makes, of the vote and of a proposal that passes with it.</summary>
    public IEnumerable<Change> Changes(GovernorProposal proposal, EvmEventContext context, NetworkState state)
    {
        var standing = state.Governance.Proposal(proposal.Id);
        var before = state.Governance.Votes.Find((proposal.Id, Voter, VoteKind.Direct));
        var own = OwnTokens.On(standing, Voter, context, state);
        var after = Split(
            new VoteEvent
            {
                ProposalId = proposal.Id,
                Voter = Voter,
                Action = before is null ? VoteAction.Cast : VoteAction.Replaced,
                Choice = Support,
                Ayes = Ayes + (before?.Ayes ?? Pha.Zero),
                Nays = Nays + (before?.Nays ?? Pha.Zero),
                Abstains = Abstains + (before?.Abstains ?? Pha.Zero),
                Others = Others + (before?.Others ?? Pha.Zero),
                Reason = Reason ?? before?.Reason,
            },
            own
        );
        yield return after;

        var tally = standing with { Ayes = standing.Ayes + Ayes, Nays = standing.Nays + Nays };
        if (standing.Status == ProposalStatus.Active && GovernorRules.IsWonEarly(tally))
        {
            foreach (var change in ProposalEnds.Change(standing, ProposalStatus.Passed, ProposalEventKind.Passed))
            {
                yield return change;
            }
        }
    }

    /// <summary>Splits the weight of a vote into the voter's own tokens, which go first, and those that others delegated to it.</summary>
    public static VoteEvent Split(VoteEvent vote, Pha? own)
    {
        var weight = vote.Ayes + vote.Nays + vote.Abstains + vote.Others;
        var balance = own is { } tokens && tokens < weight ? tokens : weight;
        return vote with
        {
            Choice = ChoiceOf(vote),
            Balance = balance,
            DelegatedWeight = weight - balance,
            DelegatedBalance = weight - balance,
        };
    }

    private static VoteChoice ChoiceOf(VoteEvent vote) =>
        (vote.Ayes.IsZero, vote.Nays.IsZero, vote.Abstains.IsZero, vote.Others.IsZero) switch
        {
            (true, true, true, true) => vote.Choice,
            (false, true, true, true) => VoteChoice.Aye,
            (true, false, true, true) => VoteChoice.Nay,
            (true, true, false, true) => VoteChoice.Abstain,
            (true, true, true, false) => VoteChoice.Other,
            _ => VoteChoice.Split,
        };

    private static VoteChoice ChoiceOf(int support) =>
        support switch
        {
            0 => VoteChoice.Nay,
            1 => VoteChoice.Aye,
            2 => VoteChoice.Abstain,
            _ => VoteChoice.Other,
        };
}
