using System.Numerics;
using Indexer.Simulator;

namespace Indexer.Snapshot.Tests;

/// <summary>The index of a space against the hub's own books, now and in the past.</summary>
public sealed class SpaceTests
{
    private const int RandomLooks = 25;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Every_look_leaves_what_the_hub_has_and_no_look_changes_the_past(int seed)
    {
        await using var index = await SpaceIndex.CreateAsync((ulong)seed);
        var expected = new ExpectedSpace();
        var past = new List<(long Height, List<string> Lines)>();
        foreach (var time in Times(index, seed))
        {
            var outcome = await index.LookAsync(time);
            Assert.Null(outcome.Reason);
            var lines = expected.After(index.Space.Books);
            if (outcome.Cursor is { } cursor)
            {
                past.Add((cursor.Height, lines));
                Assert.Equal(lines, await IndexedSpace.AtAsync(index, cursor.Height));
            }
        }

        foreach (var (height, lines) in past)
        {
            Assert.Equal(lines, await IndexedSpace.AtAsync(index, height));
        }

        Assert.Equal(
            ["CAST", "REMOVED", "REPLACED", "REVEALED", "REWEIGHED"],
            await index.LinesAsync("select distinct action from vote_event order by 1")
        );
        await AssertReconciledAsync(index);
        await AssertCourseAsync(index);
        await AssertChainedAsync(index);
    }

    [Fact]
    public async Task A_proposal_of_more_votes_than_a_page_is_read_whole()
    {
        await using var index = await SpaceIndex.CreateAsync(3, WorldSize.Small with { EthereumBlocks = 4_000 });
        Assert.Null((await index.LookAsync(index.TheEnd)).Reason);
        var crowded = index.Space.Books.Proposals.MaxBy(proposal => index.Space.Books.VotesOn(proposal.Id).Count)!;
        var votes = index.Space.Books.VotesOn(crowded.Id);
        Assert.InRange(votes.Count, SnapshotOptions.MostFirst + 1, int.MaxValue);
        Assert.Equal(
            [
                $"{votes.Count}|{votes.Aggregate(BigInteger.Zero, (sum, vote) => sum + ExpectedSpace.Units(vote.PowerText))}",
            ],
            await index.LinesAsync(
                "select voters || '|' || turnout from proposal_state where to_height is null and proposal_id = $1",
                "snapshot/" + crowded.Id
            )
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task Pages_that_end_within_a_second_lose_and_double_nothing(int pageSize)
    {
        await using var whole = await SpaceIndex.CreateAsync(4);
        await using var paged = await whole.BesideAsync();
        Assert.Null((await whole.LookAsync(whole.TheEnd)).Reason);
        Assert.Null((await paged.LookAsync(whole.TheEnd, paged.Options with { PageSize = pageSize })).Reason);
        Assert.Equal(await whole.DumpAsync(), await paged.DumpAsync());
    }

    [Fact]
    public async Task A_second_look_at_the_same_adds_nothing()
    {
        await using var index = await SpaceIndex.CreateAsync(5);
        var middle = index.Space.Times[index.Space.Times.Count / 2];
        Assert.Null((await index.LookAsync(middle)).Reason);
        var before = await index.DumpAsync();
        var requests = index.Space.Requests;
        Assert.Null((await index.LookAsync(middle)).Reason);
        Assert.Equal(before, await index.DumpAsync());
        Assert.InRange(index.Space.Requests - requests, 2, 8);
    }

    [Fact]
    public async Task A_vote_of_an_account_that_is_no_EVM_account_is_left_out_and_named()
    {
        await using var index = await SpaceIndex.CreateAsync(6);
        Assert.Null((await index.LookAsync(index.TheEnd)).Reason);
        var foreign = index.Space.Books.Votes.Single(vote => vote.Voter.Length != 42);
        var row = Assert.Single(
            await index.LinesAsync(
                "select difference || '|' || reason from reconciliation where \"check\" = 'TURNOUT' and proposal_id = $1",
                "snapshot/" + foreign.Proposal
            )
        );
        Assert.Contains(foreign.Voter, row, StringComparison.Ordinal);
        var difference = BigInteger.Parse(row.Split('|')[0]);
        var off = BigInteger.Abs(difference - ExpectedSpace.Units(foreign.PowerText));
        Assert.True(off * 1_000_000_000 <= BigInteger.Max(difference, BigInteger.Pow(10, 27)), row);
    }

    private static IEnumerable<long> Times(SpaceIndex index, int seed)
    {
        var random = new Random(seed);
        var times = index.Space.Times.ToArray();
        random.Shuffle(times);
        return [.. times.Take(RandomLooks).Concat(index.Space.Turns).Append(index.TheEnd).Distinct().Order()];
    }

    /// <summary>Each final proposal has one row for each score and one for the total, and each difference a name.</summary>
    private static async Task AssertReconciledAsync(SpaceIndex index)
    {
        var books = index.Space.Books;
        var rows = books.Proposals.Where(proposal => proposal.IsFinal).Sum(proposal => proposal.Choices.Count + 1);
        var reasons = await index.LinesAsync("select coalesce(reason, '') from reconciliation");
        Assert.Equal(rows, reasons.Count);
        Assert.All(
            reasons,
            reason =>
                Assert.True(
                    reason is "" or "floating point of the source"
                        || reason.StartsWith("left out: ", StringComparison.Ordinal),
                    reason
                )
        );
        Assert.Empty(
            await index.LinesAsync("select proposal_id from reconciliation where difference <> 0 and reason is null")
        );
        Assert.NotEmpty(await index.LinesAsync("select reason from reconciliation where reason like 'floating%'"));
        foreach (var proposal in books.Proposals.Where(proposal => proposal.Type != "basic"))
        {
            var weights = await index.LinesAsync(
                "select weight::text from proposal_choice where to_height is null and proposal_id = $1 order by choice",
                "snapshot/" + proposal.Id
            );
            var total = BigInteger.Max(BigInteger.Pow(10, 18), new BigInteger(books.TotalOf(proposal) * 1e18));
            foreach (var (weight, score) in weights.Zip(books.ScoresOf(proposal)))
            {
                var off = BigInteger.Abs(BigInteger.Parse(weight) - new BigInteger(score * 1e18));
                Assert.True(off * 1_000_000_000 <= total, $"{weight} for {score} of {proposal.Title}");
            }

            Assert.Equal(proposal.Choices.Count, weights.Count);
        }
    }

    private static async Task AssertCourseAsync(SpaceIndex index)
    {
        var kinds = await index.LinesAsync("select distinct kind from proposal_event order by 1");
        Assert.Equal(["CLOSED", "DELETED", "FLAGGED", "PROPOSED", "SCORES_FINAL", "STARTED", "TEXT_CHANGED"], kinds);
        var unlike = await index.LinesAsync(
            """
            select e.proposal_id from proposal_state s
            join lateral (
                select * from proposal_event e where e.proposal_id = s.proposal_id order by height desc, index desc limit 1
            ) e on true
            where s.to_height is null and s.status <> e.status
            """
        );
        Assert.Empty(unlike);
    }

    private static async Task AssertChainedAsync(SpaceIndex index)
    {
        var broken = await index.LinesAsync(
            """
            select height::text from (
                select height, parent_hash, time, lag(hash) over (order by height) as before from block) b
            where before <> parent_hash or extract(epoch from time) <> height
            """
        );
        Assert.Empty(broken);
        Assert.Empty(
            await index.LinesAsync("select height::text from vote_event where height not in (select height from block)")
        );
    }
}
