using Indexer.Domain;
using Indexer.Handlers.Tests.Kit;
using Indexer.Substrate;
using static Indexer.Handlers.Tests.Kit.DemocracyScript;
using static Indexer.Handlers.Tests.Kit.Given;

namespace Indexer.Handlers.Tests.Pallets;

public sealed class DemocracyTests
{
    private static readonly byte[] Hash = [.. Enumerable.Repeat((byte)0xCC, 32)];
    private readonly Chain chain = new Chain().Start(7).EndBlock();

    private ProposalState Referendum => chain.State.Governance.Proposal("referendum/7");

    [Theory]
    [InlineData(0, 1_009, 100)]
    [InlineData(1, 1_009, 1_009)]
    [InlineData(6, 1_009, 6_054)]
    public void A_vote_weighs_a_tenth_rounded_down_or_as_many_times_as_its_conviction_says(
        int conviction,
        long balance,
        long weight
    )
    {
        chain.Votes(Alice, 7, aye: true, conviction, (UInt128)balance);
        Assert.Equal((Pico(weight), Pha.Zero, Pico(balance), 1), Tally());
    }

    [Fact]
    public void A_split_vote_weighs_a_tenth_of_each_part()
    {
        chain.Splits(Alice, 7, 109, 209);
        Assert.Equal((Pico(10), Pico(20), Pico(318), 1), Tally());
        Assert.Equal(VoteChoice.Split, Vote(Alice)!.Choice);
    }

    [Fact]
    public void A_new_vote_replaces_the_old_one_and_a_removed_one_counts_no_more()
    {
        chain.Votes(Alice, 7, aye: true, 1, 100).Votes(Alice, 7, aye: false, 2, 50).Votes(Bob, 7, aye: true, 1, 1);
        Assert.Equal((Pico(1), Pico(100), Pico(51), 2), Tally());
        chain.Call(Alice, Democracy, "remove_vote", ("index", 7));
        Assert.Equal((Pico(1), Pha.Zero, Pico(1), 1), Tally());
        Assert.Null(Vote(Alice));
        chain.Votes(Alice, 7, aye: true, 1, 5);
        Assert.Equal(
            [VoteAction.Cast, VoteAction.Replaced, VoteAction.Cast, VoteAction.Removed, VoteAction.Cast],
            chain.Ledger.Rows.OfType<VoteEvent>().Select(vote => vote.Action)
        );
    }

    [Fact]
    public void A_vote_removed_after_the_end_only_frees_its_balance()
    {
        chain.Votes(Alice, 7, aye: true, 1, 100).EndBlock().Emit(Democracy, "Passed", ("ref_index", 7));
        chain.Call(Bob, Democracy, "remove_other_vote", ("target", Case("Id", ("id", Alice))), ("index", 7));
        Assert.Equal((Pico(100), Pha.Zero, Pico(100), 1), Tally());
        Assert.True(Vote(Alice)!.IsUnlocked);
        Assert.Equal(ProposalStatus.Queued, Referendum.Status);
    }

    [Fact]
    public void Delegations_follow_the_standard_votes_of_the_delegate_with_their_own_conviction()
    {
        chain
            .Votes(Alice, 7, aye: false, 1, 100)
            .Delegates(Bob, Alice, "Locked3x", 10)
            .Delegates(Carol, Alice, "None", 19);
        Assert.Equal((Pha.Zero, Pico(100 + 30 + 1), Pico(129), 1), Tally());
        var vote = Vote(Alice)!;
        Assert.Equal((Pico(31), Pico(29), Pico(100)), (vote.DelegatedWeight, vote.DelegatedBalance, vote.Balance));
        chain.Votes(Alice, 7, aye: true, 2, 100);
        Assert.Equal((Pico(231), Pha.Zero, Pico(129), 1), Tally());
        chain.Splits(Alice, 7, 10, 10);
        Assert.Equal((Pico(1), Pico(1), Pico(20), 1), Tally());
        chain.Votes(Alice, 7, aye: true, 1, 100).Emit(Democracy, "Undelegated", ("account", Bob));
        Assert.Equal((Pico(101), Pha.Zero, Pico(119), 1), Tally());
        Assert.Null(chain.State.Governance.Delegations.Find(("democracy", Bob)));
    }

    [Fact]
    public void A_new_delegation_moves_its_weight_from_the_delegate_before_or_changes_it_there()
    {
        chain
            .Votes(Alice, 7, aye: true, 1, 100)
            .Votes(Owner, 7, aye: false, 1, 100)
            .Delegates(Bob, Alice, "Locked1x", 10);
        Assert.Equal((Pico(110), Pico(100), Pico(210), 2), Tally());
        chain.Delegates(Bob, Owner, "Locked2x", 20);
        Assert.Equal((Pico(100), Pico(140), Pico(220), 2), Tally());
        chain.Delegates(Bob, Owner, "Locked1x", 5);
        Assert.Equal((Pico(100), Pico(105), Pico(205), 2), Tally());
    }

    [Fact]
    public void A_delegation_to_one_who_delegates_counts_only_when_that_one_votes()
    {
        chain
            .Votes(Alice, 7, aye: true, 1, 100)
            .Delegates(Bob, Alice, "Locked1x", 10)
            .Delegates(Carol, Bob, "Locked1x", 5);
        Assert.Equal((Pico(110), Pha.Zero, Pico(110), 1), Tally());
        chain.Emit(Democracy, "Undelegated", ("account", Bob)).Votes(Bob, 7, aye: false, 1, 10);
        Assert.Equal((Pico(100), Pico(15), Pico(115), 2), Tally());
    }

    [Fact]
    public void Delegations_change_no_referendum_that_ended()
    {
        chain.Votes(Alice, 7, aye: true, 1, 100).EndBlock().Emit(Democracy, "NotPassed", ("ref_index", 7));
        chain.Delegates(Bob, Alice, "Locked1x", 10);
        Assert.Equal((Pico(100), Pha.Zero, Pico(100), 1), Tally());
    }

    [Fact]
    public void Wrapped_votes_count_by_holder_and_not_again_in_the_vote_of_their_pallet()
    {
        chain
            .Splits(Wrapped, 7, 19, 0)
            .WrappedVote(Alice, 7, 19, 0)
            .Splits(Wrapped, 7, 38, 11)
            .WrappedVote(Bob, 7, 19, 11);
        Assert.Equal((Pico(2), Pico(1), Pico(49), 2), Tally());
        Assert.False(chain.State.Governance.Votes.Find(("referendum/7", Wrapped, VoteKind.Aggregate))!.Counts);
    }

    [Fact]
    public void The_tally_that_decided_is_compared_with_the_chains_and_rounding_is_named()
    {
        chain.Splits(Wrapped, 7, 38, 0).WrappedVote(Alice, 7, 19, 0).WrappedVote(Bob, 7, 19, 0).EndBlock();
        chain
            .Stored("Democracy", "ReferendumInfoOf", atParent: true, Ongoing(ayes: 3, nays: 0, turnout: 38))
            .Stored("Balances", "TotalIssuance", atParent: true, new ScaleInteger(1_000))
            .Emit(Democracy, "Passed", ("ref_index", 7));
        var rows = chain.Ledger.Rows.OfType<Reconciliation>().ToDictionary(row => row.Check);
        Assert.Equal((Pico(3), Pico(2)), (rows[ReconciliationCheck.Ayes].Stated, rows[ReconciliationCheck.Ayes].Found));
        Assert.Equal("rounding of wrapped votes", rows[ReconciliationCheck.Ayes].Reason);
        Assert.Null(rows[ReconciliationCheck.Turnout].Reason);
        Assert.Equal((Pico(1_000), Pico(3)), (Referendum.Electorate, Referendum.StatedAyes));
    }

    [Fact]
    public void Votes_of_the_block_of_a_cancellation_are_named_for_the_chain_tells_only_the_tally_before_it()
    {
        chain.Votes(Alice, 7, aye: true, 1, 3).EndBlock().Votes(Bob, 7, aye: true, 1, 5);
        chain
            .Stored("Democracy", "ReferendumInfoOf", atParent: true, Ongoing(ayes: 3, nays: 0, turnout: 4))
            .Emit(Democracy, "Cancelled", ("ref_index", 7));
        var rows = chain.Ledger.Rows.OfType<Reconciliation>().ToDictionary(row => row.Check);
        Assert.Equal((Pico(3), Pico(8)), (rows[ReconciliationCheck.Ayes].Stated, rows[ReconciliationCheck.Ayes].Found));
        Assert.Equal("votes of the block of its cancellation", rows[ReconciliationCheck.Ayes].Reason);
        Assert.Null(rows[ReconciliationCheck.Nays].Reason);
        Assert.Equal("unexplained", rows[ReconciliationCheck.Turnout].Reason);
    }

    [Fact]
    public void A_public_proposal_gathers_deposits_until_it_becomes_a_referendum()
    {
        chain
            .Propose(3, Hash, Legacy(10))
            .NextExtrinsic()
            .Emit(Democracy, "Seconded", ("seconder", Bob), ("prop_index", 3))
            .Emit(Democracy, "Seconded", ("seconder", Bob), ("prop_index", 3));
        var proposal = chain.State.Governance.Proposal("public-proposal/3");
        Assert.Equal((Tokens(30), 3, ProposalStatus.Active), (proposal.Deposit, proposal.Voters, proposal.Status));
        Assert.Equal(Alice, chain.Ledger.Rows.OfType<Proposal>().Single(row => row.Id == "public-proposal/3").Proposer);
        chain.EndBlock().Emit(Democracy, "Tabled", ("proposal_index", 3), ("deposit", Legacy(10))).Start(8);
        Assert.Equal(ProposalStatus.Tabled, chain.State.Governance.Proposal("public-proposal/3").Status);
        var link = Assert.Single(chain.Ledger.Rows.OfType<ProposalLink>());
        Assert.Equal(
            ("public-proposal/3", "referendum/8", ProposalLinkKind.BecameReferendum),
            (link.ProposalId, link.TargetId, link.Kind)
        );
        Assert.Equal("0x" + Convert.ToHexStringLower(Hash), chain.State.Governance.Proposal("referendum/8").Hash);
    }

    [Fact]
    public void A_blacklisted_proposal_loses_its_deposits()
    {
        chain.Propose(3, Hash, Legacy(10)).NextExtrinsic().Emit(Democracy, "Blacklisted", ("proposal_hash", Hash));
        var proposal = chain.State.Governance.Proposal("public-proposal/3");
        Assert.Equal((ProposalStatus.Cancelled, Pha.Zero), (proposal.Status, proposal.Deposit));
        Assert.Equal(
            [ProposalEventKind.Proposed, ProposalEventKind.DepositSlashed, ProposalEventKind.Blacklisted],
            Course("public-proposal/3")
        );
    }

    [Fact]
    public void Of_several_proposals_of_a_blacklisted_hash_the_first_in_the_chains_list_is_struck_down()
    {
        chain
            .Propose(9, Hash, Legacy(10))
            .NextExtrinsic()
            .Propose(15, Hash, Legacy(10))
            .NextExtrinsic()
            .Propose(20, Hash, Legacy(10))
            .EndBlock()
            .Stored(Democracy, "PublicProps", atParent: true, new ScaleSequence([Waiting(20), Waiting(9), Waiting(15)]))
            .Emit(Democracy, "Blacklisted", ("proposal_hash", Hash))
            .Emit(Democracy, "Blacklisted", ("proposal_hash", Hash));
        Assert.Equal(
            [ProposalStatus.Cancelled, ProposalStatus.Active, ProposalStatus.Cancelled],
            new[] { 9, 15, 20 }.Select(index => chain.State.Governance.Proposal($"public-proposal/{index}").Status)
        );
        chain.EndBlock().Propose(100, Hash, Legacy(10)).Emit(Democracy, "Blacklisted", ("proposal_hash", Hash));
        Assert.Equal(ProposalStatus.Cancelled, chain.State.Governance.Proposal("public-proposal/15").Status);
    }

    [Fact]
    public void An_external_proposal_that_replaces_another_is_tabled_in_its_place()
    {
        chain
            .Call(null, Democracy, "external_propose", ("proposal", Case("Legacy", ("hash", Hash))))
            .Call(null, Democracy, "external_propose_majority", ("proposal", Case("Legacy", ("hash", new byte[32]))))
            .EndBlock()
            .Emit(Democracy, "ExternalTabled")
            .Start(8);
        Assert.Equal(ProposalStatus.Cancelled, chain.State.Governance.Proposal("external/2-0").Status);
        Assert.Equal(ProposalStatus.Tabled, chain.State.Governance.Proposal("external/2-1").Status);
        Assert.Equal("external/2-1", Assert.Single(chain.Ledger.Rows.OfType<ProposalLink>()).ProposalId);
    }

    [Fact]
    public void The_external_proposal_can_be_vetoed()
    {
        chain
            .Call(null, Democracy, "external_propose", ("proposal", Case("Legacy", ("hash", Hash))))
            .Emit(Democracy, "Vetoed", ("who", Carol), ("proposal_hash", Hash), ("until", 9));
        Assert.Equal(ProposalStatus.Vetoed, chain.State.Governance.Proposal("external/2-0").Status);
        Assert.Equal(Carol, chain.Ledger.Rows.OfType<ProposalEvent>().Last().Account);
    }

    [Fact]
    public void The_scheduler_enacts_a_referendum_by_the_name_of_its_task()
    {
        var task = new byte[32];
        "democrac"u8.CopyTo(task);
        task[8] = 7;
        chain
            .Emit(Democracy, "Passed", ("ref_index", 7))
            .EndBlock()
            .Emit(
                "Scheduler",
                "Dispatched",
                ("task", Case("x")),
                ("id", Scale.Some(task)),
                ("result", Case("Err", ("error", Case("Token", ("error", Case("FundsUnavailable"))))))
            );
        Assert.Equal(ProposalStatus.Failed, Referendum.Status);
        Assert.Equal("Token.FundsUnavailable", chain.Ledger.Rows.OfType<ProposalEvent>().Last().Error);
    }

    [Fact]
    public void A_vote_on_an_unknown_referendum_names_the_way_out()
    {
        var exception = Assert.Throws<UnknownProposalException>(() => chain.Votes(Alice, 99, aye: true, 1, 1));
        Assert.Contains("startBlock", exception.Message, StringComparison.Ordinal);
    }

    private IEnumerable<ProposalEventKind> Course(string proposal) =>
        chain.Ledger.Rows.OfType<ProposalEvent>().Where(row => row.ProposalId == proposal).Select(row => row.Kind);

    private Vote? Vote(AccountId voter) => chain.State.Governance.Votes.Find(("referendum/7", voter, VoteKind.Direct));

    private (Pha Ayes, Pha Nays, Pha Turnout, int Voters) Tally() =>
        (Referendum.Ayes, Referendum.Nays, Referendum.Turnout, Referendum.Voters);

    private static ScaleComposite Waiting(int index) =>
        new(Scale.Fields(("index", index), ("proposal", Case("Legacy", ("hash", Hash))), ("proposer", Alice)));

    private static ScaleVariant Ongoing(int ayes, int nays, int turnout) =>
        new(
            "Ongoing",
            new ScaleFields(
                [null],
                [
                    new ScaleComposite(
                        Scale.Fields(
                            ("end", 9),
                            ("proposal", Case("Legacy", ("hash", Hash))),
                            ("threshold", Case("SimpleMajority")),
                            ("delay", 1),
                            (
                                "tally",
                                new ScaleComposite(Scale.Fields(("ayes", ayes), ("nays", nays), ("turnout", turnout)))
                            )
                        )
                    ),
                ]
            )
        );
}
