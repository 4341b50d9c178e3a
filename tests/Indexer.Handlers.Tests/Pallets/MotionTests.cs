using Indexer.Domain;
using Indexer.Handlers.Tests.Kit;
using Indexer.Substrate;
using static Indexer.Handlers.Tests.Kit.Given;

namespace Indexer.Handlers.Tests.Pallets;

public sealed class MotionTests
{
    private const string Council = "Council";
    private static readonly byte[] Hash = [.. Enumerable.Repeat((byte)0xCC, 32)];
    private readonly Chain chain = new();

    [Fact]
    public void A_member_who_leaves_takes_its_vote_and_what_the_chain_stated_with_it()
    {
        chain
            .Stored(Council, "Members", atParent: false, new ScaleSequence([Key(Alice), Key(Bob)]))
            .Emit(
                Council,
                "Proposed",
                ("account", Alice),
                ("proposal_index", 4),
                ("proposal_hash", Hash),
                ("threshold", 2)
            )
            .Emit(Council, "Voted", Vote(Alice, aye: true, yes: 1, no: 0))
            .Emit(Council, "Voted", Vote(Bob, aye: true, yes: 2, no: 0));
        Assert.Equal((Members(2), (Pha?)Members(2)), (Motion.Ayes, Motion.StatedAyes));
        chain.EndBlock().Emit("PhragmenElection", "Renounced", ("candidate", Bob));
        Assert.Equal((Members(1), (Pha?)null), (Motion.Ayes, Motion.StatedAyes));
        Assert.Equal(VoteAction.Removed, chain.Ledger.Rows.OfType<VoteEvent>().Last().Action);
        chain.Emit(Council, "Voted", Vote(Alice, aye: false, yes: 0, no: 1));
        Assert.Equal((Pha.Zero, (Pha?)Pha.Zero), (Motion.Ayes, Motion.StatedAyes));
    }

    /// <summary>Before polkadot 0.9.9 (spec 12) who proposed a motion had voted for it.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(11, 1)]
    [InlineData(12, 0)]
    [InlineData(1241, 0)]
    public void A_proposal_was_an_aye_in_the_first_runtimes(int spec, int ayes)
    {
        var told = new Chain(spec).Emit(Council, "Proposed", Proposal);
        var motion = told.State.Governance.Proposal("council/4");
        Assert.Equal((Members(ayes), ayes), (motion.Ayes, motion.Voters));
        Assert.Equal(ayes, told.Ledger.Rows.OfType<VoteEvent>().Count(vote => vote.Voter == Alice));
        told.Emit(Council, "Voted", Vote(Alice, aye: false, yes: 0, no: 1));
        Assert.Equal(
            ayes == 1 ? VoteAction.Replaced : VoteAction.Cast,
            told.Ledger.Rows.OfType<VoteEvent>().Last().Action
        );
    }

    [Theory]
    [InlineData(Council)]
    [InlineData("TechnicalCommittee")]
    public void Whom_the_root_puts_out_of_a_collective_takes_its_votes_along(string body)
    {
        chain
            .Call(null, body, "set_members", ("new_members", new ScaleSequence([Key(Alice), Key(Bob)])))
            .Emit(body, "Proposed", Proposal)
            .Emit(body, "Voted", Vote(Bob, aye: true, yes: 1, no: 0))
            .EndBlock()
            .Call(null, body, "set_members", ("new_members", new ScaleSequence([Key(Alice), Key(Carol)])));
        var governance = chain.State.Governance;
        var collective = body == Council ? CollectiveBody.Council : CollectiveBody.TechnicalCommittee;
        Assert.Equal([Alice, Carol], governance.MembersOf(collective).Select(seat => seat.Account).Order());
        var motion = governance.Proposal(body == Council ? "council/4" : "technical-committee/4");
        Assert.Equal((Pha.Zero, (Pha?)null), (motion.Ayes, motion.StatedAyes));
        Assert.Equal(VoteAction.Removed, chain.Ledger.Rows.OfType<VoteEvent>().Last().Action);
    }

    private static (string, object)[] Proposal =>
        [("account", Alice), ("proposal_index", 4), ("proposal_hash", Hash), ("threshold", 2)];

    private ProposalState Motion => chain.State.Governance.Proposal("council/4");

    private static ScaleBytes Key(AccountId account) => new(account.Bytes);

    private static Pha Members(long count) => Tokens(count);

    private static (string, object)[] Vote(AccountId member, bool aye, int yes, int no) =>
        [("account", member), ("proposal_hash", Hash), ("voted", ScaleBool.Of(aye)), ("yes", yes), ("no", no)];
}
