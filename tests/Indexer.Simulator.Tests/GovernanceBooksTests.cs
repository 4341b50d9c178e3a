using System.Numerics;

namespace Indexer.Simulator.Tests;

public sealed class GovernanceBooksTests
{
    public static TheoryData<ulong, string> Chains =>
        new()
        {
            { 1, "khala" },
            { 1, "phala" },
            { 2, "phala" },
            { 12, "khala" },
        };

    [Theory]
    [MemberData(nameof(Chains))]
    public void A_tally_is_the_sum_of_the_votes_and_what_is_delegated_to_them(ulong seed, string name)
    {
        foreach (var (_, referendum) in Histories(seed, name))
        {
            var (ayes, nays, turnout) = (BigInteger.Zero, BigInteger.Zero, BigInteger.Zero);
            foreach (var vote in referendum.Votes)
            {
                var delegated = vote.Delegated.Aggregate(BigInteger.Zero, (sum, share) => sum + share.Votes);
                var capital = vote.Delegated.Aggregate(BigInteger.Zero, (sum, share) => sum + share.Capital);
                var isAye = vote.Vote is StandardVote { Aye: true };
                ayes += vote.OwnAyes + (isAye ? delegated : 0);
                nays += vote.OwnNays + (isAye ? 0 : delegated);
                turnout += vote.Vote.Balance + capital;
            }
            Assert.Equal((ayes, nays, turnout), Numbers(referendum.Tally));
        }
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public void A_result_follows_from_the_last_tally_and_the_issuance(ulong seed, string name)
    {
        var chain = Chain(seed, name);
        foreach (var referendum in chain.Books.Governance.Referenda.Where(one => one.Approved is not null))
        {
            var issuance = chain
                .BooksAt(referendum.EndedAt!.Value)
                .Accounts.Aggregate(BigInteger.Zero, (sum, account) => sum + account.Free + account.Reserved);
            var (ayes, nays, turnout) = Numbers(referendum.Tally);
            var (root, all) = (Root(turnout), Root(issuance));
            var passes =
                root > 0
                && referendum.Threshold switch
                {
                    VoteThreshold.SuperMajorityApprove => nays * all < ayes * root,
                    VoteThreshold.SuperMajorityAgainst => nays * root < ayes * all,
                    _ => ayes > nays,
                };
            Assert.Equal(issuance, (BigInteger)referendum.Electorate);
            Assert.Equal(passes, referendum.Approved);
        }
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public void Wrapped_votes_are_the_parts_of_the_pallets_split_vote(ulong seed, string name)
    {
        var votes = Histories(seed, name).SelectMany(entry => entry.Referendum.Votes);
        var wrapped = votes.Where(vote => vote.Wrapped.Count > 0).ToList();
        Assert.Contains(wrapped, vote => vote.Wrapped.Count > 1);
        Assert.All(
            wrapped,
            vote =>
            {
                var split = Assert.IsType<SplitVote>(vote.Vote);
                Assert.Equal(split.Aye, vote.Wrapped.Select(share => share.Aye).Sum());
                Assert.Equal(split.Nay, vote.Wrapped.Select(share => share.Nay).Sum());
            }
        );
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public void What_the_books_say_of_funds_and_terms_is_what_the_events_count(ulong seed, string name)
    {
        var books = Chain(seed, name).Books;
        var (governance, counts) = (books.Governance, books.EventCounts);
        var proposals = governance.TreasuryProposals;
        Assert.Equal(counts["Treasury.Awarded"], proposals.Count(one => one.State == "Awarded"));
        Assert.Equal(counts["Treasury.Rejected"], proposals.Count(one => one.State == "Rejected"));
        Assert.Equal(counts["Treasury.Spending"], governance.SpendPeriods.Count);
        Assert.Equal(counts["Bounties.BountyClaimed"], governance.Bounties.Count(one => one.State == "Claimed"));
        Assert.Equal(counts["ChildBounties.Claimed"], governance.ChildBounties.Count(one => one.State == "Claimed"));
        Assert.Equal(counts["Tips.TipClosed"], governance.Tips.Count(one => one.State == "Closed"));
        Assert.Equal(counts["PhragmenElection.NewTerm"], governance.Terms.Count(one => one.Members.Count > 0));
    }

    [Fact]
    public void The_story_has_every_edge()
    {
        var books = Chains.Select(row => Chain(row.Data.Item1, row.Data.Item2).Books.Governance).ToList();
        var referenda = books.SelectMany(one => one.Referenda).ToList();
        Assert.Contains(
            referenda,
            one =>
                one is { Threshold: VoteThreshold.SimpleMajority, Approved: false } && one.Tally.Ayes == one.Tally.Nays
        );
        Assert.Contains(referenda, one => one.State == ReferendumState.Cancelled && one.EndedAt == one.End - 1);
        Assert.Contains(referenda, one => one is { State: ReferendumState.Failed, Error: "BadOrigin" });
        foreach (var kind in Enum.GetValues<VoteChangeKind>())
        {
            Assert.Contains(referenda, one => one.History.Any(change => change.Kind == kind));
        }
        foreach (var threshold in Enum.GetValues<VoteThreshold>())
        {
            Assert.Contains(referenda, one => one.Threshold == threshold);
        }
        Assert.Contains(referenda, one => one.Votes.Any(vote => vote.Delegated.Count > 1));
        Assert.Contains(books, one => one.Delegations.Any(first => Passed(one, first)));
        Assert.Contains(books, one => one.Vetoes.Count > 0);
    }

    /// <summary>Whether the target of a delegation delegated itself while it held.</summary>
    private static bool Passed(GovernanceBooks books, DelegationBook first) =>
        books.Delegations.Any(second =>
            second.Delegator == first.Target
            && second.From < (first.To ?? long.MaxValue)
            && first.From < (second.To ?? long.MaxValue)
        );

    private static IEnumerable<(long Height, ReferendumBook Referendum)> Histories(ulong seed, string name)
    {
        var books = Chain(seed, name).Books.Governance;
        return books.Referenda.SelectMany(one => books.HistoryOf(one.Index));
    }

    private static SimulatedParachain Chain(ulong seed, string name) =>
        name == "khala" ? Worlds.Civic(seed).Khala : Worlds.Civic(seed).Phala;

    private static (BigInteger, BigInteger, BigInteger) Numbers(TallyBook tally) =>
        (tally.Ayes, tally.Nays, tally.Turnout);

    private static BigInteger Root(BigInteger value)
    {
        var root = (BigInteger)Math.Sqrt((double)value);
        while (root * root > value)
        {
            root--;
        }
        while ((root + 1) * (root + 1) <= value)
        {
            root++;
        }
        return root;
    }
}
