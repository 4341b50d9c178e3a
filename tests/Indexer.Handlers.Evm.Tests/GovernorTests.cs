using System.Numerics;
using Indexer.Domain;
using static Indexer.Handlers.Evm.Tests.GovernorLogs;

namespace Indexer.Handlers.Evm.Tests;

/// <summary>What the events of governors and timelocks mean for proposals and votes.</summary>
public sealed class GovernorTests
{
    private static readonly BigInteger Number = BigInteger.Pow(10, 77) + 123;
    private static readonly AccountId Alice = Feed.Account(1);
    private static readonly AccountId Bob = Feed.Account(2);
    private readonly Feed feed = new();

    private ProposalState State => feed.State.Governance.Proposal(Id(Feed.Governor, Number));

    [Fact]
    public void A_proposal_gets_its_id_text_actions_and_the_blocks_of_its_voting()
    {
        feed.Views["token"] = Feed.VotesToken;
        feed.ProposalCreated(Feed.Governor, Number, Alice, 21_596_400, 21_596_500);

        var proposal = Assert.Single(feed.Ledger.Rows.OfType<Proposal>());
        Assert.Equal($"governor/0x{string.Concat(Enumerable.Repeat("d0", 20))}/{Number}", proposal.Id);
        Assert.Equal(
            (ProposalSystem.Governor, Number.ToString(), Alice),
            (proposal.System, proposal.NativeId, proposal.Proposer)
        );
        Assert.Equal(
            (ProposalStatus.Pending, 21_596_401L, 21_596_500L, Feed.VotesToken),
            (State.Status, State.StartHeight, State.EndHeight, State.VotingToken)
        );

        // Blocks 75 and 174 after this one, with 12 seconds between two.
        Assert.Equal(
            (DateTimeOffset.FromUnixTimeSeconds(900), DateTimeOffset.FromUnixTimeSeconds(2_088)),
            (State.StartTime, State.EndTime)
        );
        var text = feed.State.Governance.Texts.Find(proposal.Id)!;
        Assert.Equal(("A title", "# A title\n\nA text."), (text.Title, text.Body));
        Assert.Equal(
            $$"""[{"target":"{{Feed.Account(0x77)}}","value":"5","signature":"set(uint256)","data":"0x010203"}]""",
            text.Call
        );
        var made = Assert.Single(feed.Ledger.Rows.OfType<ProposalEvent>());
        Assert.Equal((ProposalEventKind.Proposed, ProposalStatus.Pending), (made.Kind, made.Status));
    }

    [Fact]
    public void A_governor_that_counts_seconds_gets_times()
    {
        feed.Views["CLOCK_MODE"] = "mode=timestamp";
        feed.ProposalCreated(Feed.Governor, Number, Alice, 1_000, 2_000);
        Assert.Equal(
            (null, DateTimeOffset.FromUnixTimeSeconds(1_001), DateTimeOffset.FromUnixTimeSeconds(2_000)),
            (State.StartHeight, State.StartTime, State.EndTime)
        );
    }

    [Fact]
    public void A_clock_of_another_chain_stops_with_its_name()
    {
        feed.Views["CLOCK_MODE"] = "mode=blocknumber&from=eip155:1";
        var error = Assert.Throws<UnknownStateException>(() =>
            feed.ProposalCreated(Feed.Governor, Number, Alice, 1_000, 2_000)
        );
        Assert.Contains("mode=blocknumber&from=eip155:1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Times_that_are_no_dates_stop_with_the_log()
    {
        feed.Views["CLOCK_MODE"] = "mode=timestamp";
        Assert.Throws<UnknownStateException>(() =>
            feed.ProposalCreated(Feed.Governor, Number, Alice, 1_000, BigInteger.Pow(2, 255))
        );
        feed.Views.Remove("CLOCK_MODE");
        Assert.Throws<UnknownStateException>(() =>
            feed.ProposalCreated(Feed.Governor, Number, Alice, 1_000, BigInteger.Pow(2, 255))
        );
    }

    [Fact]
    public void The_zero_character_becomes_one_that_databases_can_store()
    {
        feed.ProposalCreated(Feed.Governor, Number, Alice, 100, 200, "a\0b");
        Assert.Equal("a\uFFFDb", feed.State.Governance.Texts.Find(Id(Feed.Governor, Number))!.Body);
    }

    [Theory]
    [InlineData(0, VoteChoice.Nay)]
    [InlineData(1, VoteChoice.Aye)]
    [InlineData(2, VoteChoice.Abstain)]
    [InlineData(9, VoteChoice.Other)]
    public void A_vote_goes_where_its_support_says(int support, VoteChoice choice)
    {
        Open();
        feed.VoteCast(Feed.Governor, Alice, Number, support, 70, "because");
        var vote = VoteOf(Alice);
        Assert.Equal((choice, "because"), (vote.Choice, vote.Reason));
        Assert.Equal(
            (support == 1, support == 0, support == 2, support == 9),
            (!State.Ayes.IsZero, !State.Nays.IsZero, !State.Abstains.IsZero, !State.Others.IsZero)
        );
        Assert.Equal((new Pha(70), 1), (State.Turnout, State.Voters));
    }

    [Fact]
    public void A_vote_without_weight_is_a_vote()
    {
        Open();
        feed.VoteCast(Feed.Governor, Alice, Number, 1, 0);
        Assert.Equal((VoteChoice.Aye, 1, null), (VoteOf(Alice).Choice, State.Voters, VoteOf(Alice).Reason));
    }

    [Fact]
    public void Alpha_and_Bravo_vote_by_their_own_events()
    {
        feed.ProposalCreated(Feed.Alpha, 1, Alice, 100, 200);
        feed.ProposalCreated(Feed.Bravo, 1, Alice, 100, 200);
        feed.Log(Feed.Alpha, Topics.AlphaVoteCast, [], [Alice, 1, true, 5]);
        feed.Log(Feed.Alpha, Topics.AlphaVoteCast, [], [Bob, 1, false, 6]);
        feed.VoteCast(Feed.Bravo, Alice, 1, 2, 7);
        var (alpha, bravo) = (
            feed.State.Governance.Proposal(Id(Feed.Alpha, 1)),
            feed.State.Governance.Proposal(Id(Feed.Bravo, 1))
        );
        Assert.Equal((new Pha(5), new Pha(6), new Pha(7)), (alpha.Ayes, alpha.Nays, bravo.Abstains));
        Assert.All(feed.Ledger.Rows.OfType<Proposal>(), row => Assert.Equal(ProposalSystem.GovernorBravo, row.System));
    }

    [Fact]
    public void A_vote_in_parts_is_the_sum_of_its_parts()
    {
        Open();
        feed.VoteCastWithParams(Alice, Number, 255, 60, Parts(10, 20, 30));
        feed.VoteCastWithParams(Alice, Number, 255, 6, Parts(1, 2, 3));
        feed.VoteCast(Feed.Governor, Alice, Number, 1, 4);
        var vote = VoteOf(Alice);
        Assert.Equal(
            (new Pha(26), new Pha(11), new Pha(33), VoteChoice.Split),
            (vote.Ayes, vote.Nays, vote.Abstains, vote.Choice)
        );
        Assert.Equal(
            (new Pha(26), new Pha(11), new Pha(33), 1),
            (State.Ayes, State.Nays, State.Abstains, State.Voters)
        );
        Assert.Equal(
            [VoteAction.Cast, VoteAction.Replaced, VoteAction.Replaced],
            feed.Ledger.Rows.OfType<VoteEvent>().Select(row => row.Action)
        );
    }

    [Theory]
    [InlineData(null, 70, 0)]
    [InlineData("support=bravo&quorum=for,abstain", 70, 0)]
    [InlineData("support=bravo&quorum=bravo&params=fractional", 20, 10)]
    public void Parameters_count_only_where_the_governor_counts_fractions(string? mode, int ayes, int nays)
    {
        if (mode is not null)
        {
            feed.Views["COUNTING_MODE"] = mode;
        }

        Open();
        feed.VoteCastWithParams(Alice, Number, 1, 70, Parts(10, 20, 40));
        Assert.Equal((new Pha(ayes), new Pha(nays)), (State.Ayes, State.Nays));
    }

    [Fact]
    public void A_super_quorum_passes_a_proposal_with_the_vote_that_reaches_it()
    {
        Open(proposal => proposal with { SuperQuorum = new Pha(100) });
        feed.VoteCast(Feed.Governor, Alice, Number, 1, 99);
        Assert.Equal(ProposalStatus.Active, State.Status);
        feed.VoteCast(Feed.Governor, Bob, Number, 1, 1);
        Assert.Equal((ProposalStatus.Passed, new Pha(100)), (State.Status, State.Ayes));
        Assert.Contains(feed.Ledger.Rows.OfType<ProposalEvent>(), row => row.Kind == ProposalEventKind.Passed);
    }

    [Fact]
    public void An_extension_moves_the_end_in_the_governors_clock()
    {
        Open();
        feed.RawLog(Feed.Governor, Topics.ProposalExtended, [AbiData.Word(Number)], AbiData.Of(260));
        Assert.Equal((260L, ProposalStatus.Active), (State.EndHeight, State.Status));

        feed.Set(State with { StartHeight = null, EndHeight = null, StartTime = DateTimeOffset.UnixEpoch });
        feed.RawLog(Feed.Governor, Topics.ProposalExtended, [AbiData.Word(Number)], AbiData.Of(99));
        Assert.Equal((null, DateTimeOffset.FromUnixTimeSeconds(99)), (State.EndHeight, State.EndTime));
    }

    [Fact]
    public void A_queued_proposal_has_the_operation_that_was_scheduled_just_before()
    {
        Open();
        feed.OfOperation(Topics.CallScheduled, 0xaa);
        feed.OfOperation(Topics.CallScheduled, 0xbb);
        feed.OfProposal(Feed.Governor, Topics.ProposalQueued, Number, 5_000);
        Assert.Equal(
            (ProposalStatus.Queued, "0x" + new string('b', 64), DateTimeOffset.FromUnixTimeSeconds(5_000), null),
            (State.Status, State.Hash, State.EnactmentTime, State.ExpiryTime)
        );

        feed.OfOperation(Topics.Cancelled, 0xaa);
        Assert.Equal(ProposalStatus.Queued, State.Status);
        feed.OfOperation(Topics.Cancelled, 0xbb);
        Assert.Equal(ProposalStatus.Cancelled, State.Status);
        feed.OfOperation(Topics.CallScheduled, 0xbb);
        Assert.Equal(ProposalStatus.Queued, State.Status);
        feed.OfOperation(Topics.CallExecuted, 0xbb);
        Assert.Equal(ProposalStatus.Executed, State.Status);
        feed.OfProposal(Feed.Governor, Topics.ProposalExecuted, Number);
        Assert.Single(feed.Ledger.Rows.OfType<ProposalEvent>(), row => row.Kind == ProposalEventKind.Executed);
    }

    [Fact]
    public void What_a_governor_cancelled_its_timelock_cannot_bring_back()
    {
        Open();
        feed.OfOperation(Topics.CallScheduled, 0xbb);
        feed.OfProposal(Feed.Governor, Topics.ProposalQueued, Number, 5_000);
        feed.OfProposal(Feed.Governor, Topics.ProposalCanceled, Number);
        feed.OfOperation(Topics.Cancelled, 0xbb);
        feed.OfOperation(Topics.CallScheduled, 0xbb);
        Assert.Equal(ProposalStatus.Cancelled, State.Status);
        Assert.Single(feed.Ledger.Rows.OfType<ProposalEvent>(), row => row.Kind == ProposalEventKind.Cancelled);
    }

    [Fact]
    public void In_a_timelock_of_Compound_proposals_expire_after_the_grace_period()
    {
        feed.ProposalCreated(Feed.Bravo, 1, Alice, 100, 200);
        feed.Views["timelock"] = Feed.Account(0x99);
        feed.Views["GRACE_PERIOD"] = (BigInteger)600;
        feed.OfProposal(Feed.Bravo, Topics.ProposalQueued, 1, 5_000);
        Assert.Equal(
            DateTimeOffset.FromUnixTimeSeconds(5_600),
            feed.State.Governance.Proposal(Id(Feed.Bravo, 1)).ExpiryTime
        );
    }

    [Fact]
    public void A_timelock_that_is_not_configured_stops_with_what_to_add()
    {
        Open();
        feed.Views["timelock"] = Feed.Account(0x99);
        var error = Assert.Throws<UnknownStateException>(() =>
            feed.OfProposal(Feed.Governor, Topics.ProposalQueued, Number, 5_000)
        );
        Assert.Contains($"{Feed.Account(0x99)}", error.Message, StringComparison.Ordinal);
        Assert.Contains("role timelock", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Events_of_an_unknown_proposal_stop() =>
        Assert.Throws<UnknownProposalException>(() => feed.VoteCast(Feed.Governor, Alice, Number, 1, 5));

    private void Open(Func<ProposalState, ProposalState>? change = null)
    {
        feed.ProposalCreated(Feed.Governor, Number, Alice, 100, 200);
        var active = State with { Status = ProposalStatus.Active };
        feed.Set(change?.Invoke(active) ?? active);
    }

    private Vote VoteOf(AccountId voter) =>
        feed.State.Governance.Votes.Find((Id(Feed.Governor, Number), voter, VoteKind.Direct))!;

    private static byte[] Parts(params int[] weights) => [.. weights.SelectMany(weight => AbiData.Word(weight)[16..])];
}
