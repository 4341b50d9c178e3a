using Indexer.Domain;
using static Indexer.Handlers.Evm.Tests.GovernorLogs;

namespace Indexer.Handlers.Evm.Tests;

/// <summary>Tokens, delegations, and which part of a vote is the voter's own.</summary>
public sealed class VotesTokenTests
{
    private static readonly AccountId Alice = Feed.Account(1);
    private static readonly AccountId Bob = Feed.Account(2);
    private static readonly AccountId Carol = Feed.Account(3);
    private readonly Feed feed = new();

    [Fact]
    public void Tokens_are_the_sum_of_transfers_and_delegations_follow_them()
    {
        feed.MoveVotes(Feed.Zero, Alice, 100);
        feed.Delegates(Alice, Feed.Zero, Bob);
        feed.MoveVotes(Alice, Carol, 30);
        feed.MoveVotes(Carol, Feed.Zero, 10);
        feed.MoveVotes(Alice, Alice, 50);
        feed.Log(Feed.VotesToken, Topics.DelegateVotesChanged, [Bob], [100, 70]);

        Assert.Equal(
            (new Pha(70), new Pha(20), new Pha(70)),
            (Power(Alice).Tokens, Power(Carol).Tokens, Power(Bob).Votes)
        );
        var delegation = feed.State.Governance.Delegations.Find((Feed.VotesToken.ToString(), Alice))!;
        Assert.Equal((Bob, new Pha(70)), (delegation.Delegate, delegation.Balance));

        feed.Delegates(Alice, Bob, Feed.Zero);
        Assert.Null(feed.State.Governance.Delegations.Find((Feed.VotesToken.ToString(), Alice)));
    }

    [Fact]
    public void An_ERC721_token_is_one_vote()
    {
        feed.RawLog(
            Feed.VotesToken,
            Topics.Transfer,
            [AbiData.Word(Feed.Zero), AbiData.Word(Alice), AbiData.Word(999)],
            []
        );
        Assert.Equal(new Pha(1), Power(Alice).Tokens);
    }

    [Fact]
    public void Tokens_that_nobody_got_stop() =>
        Assert.Throws<UnknownStateException>(() => feed.MoveVotes(Alice, Bob, 1));

    [Fact]
    public void Of_a_vote_the_tokens_of_a_voter_that_delegates_to_itself_are_its_own()
    {
        feed.MoveVotes(Feed.Zero, Alice, 100);
        feed.MoveVotes(Feed.Zero, Bob, 40);
        feed.Delegates(Alice, Feed.Zero, Alice);
        feed.Delegates(Bob, Feed.Zero, Alice);
        Open();
        feed.VoteCast(Feed.Governor, Alice, 1, 1, 140);
        feed.VoteCast(Feed.Governor, Carol, 1, 0, 7);
        Assert.Equal((100, 40), Parts(Alice));
        Assert.Equal((0, 7), Parts(Carol));
    }

    [Fact]
    public void What_counts_is_what_the_voter_had_at_the_snapshot()
    {
        feed.MoveVotes(Feed.Zero, Alice, 100);
        feed.MoveVotes(Feed.Zero, Bob, 40);
        feed.MoveVotes(Feed.Zero, Carol, 8);
        feed.Delegates(Alice, Feed.Zero, Alice);
        feed.Delegates(Bob, Feed.Zero, Bob);
        feed.Delegates(Carol, Feed.Zero, Alice);
        Open();
        feed.MoveVotes(Alice, Carol, 60);
        feed.MoveVotes(Alice, Carol, 10);
        feed.Delegates(Bob, Bob, Alice);
        feed.Delegates(Carol, Alice, Carol);
        feed.VoteCast(Feed.Governor, Alice, 1, 1, 108);
        feed.VoteCast(Feed.Governor, Bob, 1, 1, 40);
        feed.VoteCast(Feed.Governor, Carol, 1, 1, 0);
        Assert.Equal((100, 8), Parts(Alice));
        Assert.Equal((40, 0), Parts(Bob));
        Assert.Equal((0, 0), Parts(Carol));
    }

    [Fact]
    public void Without_an_indexed_token_nobody_knows_so_all_of_it_is_the_voters()
    {
        feed.Views["token"] = Feed.Account(0x55);
        feed.ProposalCreated(Feed.Governor, 1, Alice, 100, 200);
        feed.VoteCast(Feed.Governor, Alice, 1, 1, 140);
        Assert.Equal((140, 0), Parts(Alice));
    }

    [Fact]
    public void A_delegator_that_votes_itself_takes_its_weight_from_its_delegates_vote()
    {
        Endow();
        feed.VoteCast(Feed.Governor, Alice, 1, 1, 140);
        Override(Bob, Alice, support: 0, weight: 40, delegatesSupport: 1);
        Assert.Equal(((100, 0), (40, 0)), (Parts(Alice), Parts(Bob, VoteKind.Override)));

        // Its own delegate too: what remains of its vote is then none of its own.
        Override(Alice, Alice, support: 2, weight: 100, delegatesSupport: 1);
        Assert.Equal(((0, 0), (100, 0)), (Parts(Alice), Parts(Alice, VoteKind.Override)));
        var proposal = feed.State.Governance.Proposal(Id(Feed.Governor, 1));
        Assert.Equal((Pha.Zero, new Pha(40), new Pha(100)), (proposal.Ayes, proposal.Nays, proposal.Abstains));
        Assert.Equal(new Pha(140), proposal.Turnout);
    }

    [Fact]
    public void A_delegate_that_votes_after_its_own_override_votes_with_what_others_delegated()
    {
        Endow();
        feed.Log(Feed.Governor, Topics.OverrideVoteCast, [Alice], [1, 2, 100, ""]);
        feed.VoteCast(Feed.Governor, Alice, 1, 1, 40);
        Assert.Equal(((0, 40), (100, 0)), (Parts(Alice), Parts(Alice, VoteKind.Override)));
    }

    [Fact]
    public void A_reduced_vote_that_nobody_cast_stops()
    {
        Endow();
        Assert.Throws<UnknownStateException>(() => feed.Log(Feed.Governor, Topics.VoteReduced, [Alice], [1, 1, 40]));
    }

    private void Endow()
    {
        feed.MoveVotes(Feed.Zero, Alice, 100);
        feed.MoveVotes(Feed.Zero, Bob, 40);
        feed.Delegates(Alice, Feed.Zero, Alice);
        feed.Delegates(Bob, Feed.Zero, Alice);
        Open();
    }

    private void Open()
    {
        feed.Views["token"] = Feed.VotesToken;
        feed.ProposalCreated(Feed.Governor, 1, Alice, 100, 200);
        feed.Set(feed.State.Governance.Proposal(Id(Feed.Governor, 1)) with { Status = ProposalStatus.Active });
    }

    private void Override(AccountId who, AccountId its, int support, int weight, int delegatesSupport)
    {
        feed.Log(Feed.Governor, Topics.VoteReduced, [its], [1, delegatesSupport, weight]);
        feed.Log(Feed.Governor, Topics.OverrideVoteCast, [who], [1, support, weight, "mine"]);
    }

    private VotingPower Power(AccountId account) =>
        feed.State.Governance.VotingPowers.Find((Feed.VotesToken, account))!;

    private (int Own, int Delegated) Parts(AccountId voter, VoteKind kind = VoteKind.Direct)
    {
        var vote = feed.State.Governance.Votes.Find((Id(Feed.Governor, 1), voter, kind))!;
        Assert.Equal(vote.DelegatedBalance, vote.DelegatedWeight);
        return ((int)vote.Balance.Units, (int)vote.DelegatedBalance.Units);
    }
}
