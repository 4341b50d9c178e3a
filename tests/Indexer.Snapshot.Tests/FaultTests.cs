using Indexer.Domain;
using Indexer.Simulator;

namespace Indexer.Snapshot.Tests;

/// <summary>Hubs that limit, fail, hang, go away, or talk nonsense; and runs that end early.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task A_hub_that_limits_and_fails_is_read_to_the_end()
    {
        await using var easy = await SpaceIndex.CreateAsync(11);
        await using var difficult = await easy.BesideAsync();
        Assert.Null((await easy.LookAsync(easy.TheEnd)).Reason);
        var faults = easy.Space.Faults;
        (faults.TooManyEvery, faults.RetryAfter, faults.FailEvery) = (3, 2, 5);
        (faults.ErrorEvery, faults.CutEvery) = (7, 11);
        var outcome = await difficult.LookAsync(easy.TheEnd, difficult.Options with { MaxAttempts = 20 });
        Assert.Null(outcome.Reason);
        Assert.Equal(await easy.DumpAsync(), await difficult.DumpAsync());
    }

    [Fact]
    public async Task A_hub_that_does_not_answer_is_asked_again()
    {
        await using var index = await SpaceIndex.CreateAsync(12);
        index.Space.Faults.HangEvery = 3;
        var outcome = await index.LookAsync(
            index.TheEnd,
            index.Options with
            {
                Timeout = TimeSpan.FromSeconds(15),
                MaxAttempts = 100,
            }
        );
        Assert.Null(outcome.Reason);
        Assert.NotNull(outcome.Cursor);
    }

    [Fact]
    public async Task The_rate_limit_is_kept()
    {
        await using var index = await SpaceIndex.CreateAsync(13);
        index.Space.Faults.RequestsPerMinute = 60;
        var outcome = await index.LookAsync(
            index.TheEnd,
            index.Options with
            {
                RequestsPerMinute = 58,
                MaxAttempts = 1,
            }
        );
        Assert.Null(outcome.Reason);
    }

    [Fact]
    public async Task A_hub_that_asks_to_wait_too_long_is_named()
    {
        await using var index = await SpaceIndex.CreateAsync(13);
        (index.Space.Faults.TooManyEvery, index.Space.Faults.RetryAfter) = (1, 100_000);
        AssertStopped(await index.LookAsync(index.TheEnd), "429");
    }

    [Fact]
    public async Task An_outage_ends_a_run_to_the_head_and_the_next_goes_on()
    {
        await using var whole = await SpaceIndex.CreateAsync(14);
        await using var broken = await whole.BesideAsync();
        Assert.Null((await whole.LookAsync(whole.TheEnd)).Reason);
        broken.Space.Faults.IsDown = true;
        AssertStopped(await broken.LookAsync(whole.TheEnd), "503");
        broken.Space.Faults.IsDown = false;
        Assert.Null((await broken.LookAsync(whole.TheEnd)).Reason);
        Assert.Equal(await whole.DumpAsync(), await broken.DumpAsync());
    }

    [Fact]
    public async Task A_run_that_follows_waits_for_the_end_of_an_outage_and_sees_what_happened_meanwhile()
    {
        await using var index = await SpaceIndex.CreateAsync(15);
        var time = index.Space.Times[index.Space.Times.Count / 3];
        index.Space.Clock = () => time;
        using var end = new CancellationTokenSource();
        var (waited, seen) = (false, false);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            index.RunAsync(
                untilHead: false,
                index.Options with
                {
                    MaxAttempts = 2,
                },
                progress =>
                {
                    if (progress is { State: IngestionState.Live, Reason: null, Heads: not null } && !waited)
                    {
                        index.Space.Faults.IsDown = true;
                    }
                    else if (progress.Reason is not null && !waited)
                    {
                        waited = true;
                        time = index.TheEnd;
                        index.Space.Faults.IsDown = false;
                    }
                    else if (
                        waited
                        && progress.Cursor?.Height >= index.TheEnd
                        && progress.Target == progress.Cursor.Height
                    )
                    {
                        seen = true;
                        end.Cancel();
                    }
                },
                end.Token
            )
        );
        Assert.True(waited && seen);
        var lines = await IndexedSpace.AtAsync(index, long.MaxValue);
        Assert.Contains(lines, line => line.Contains("|CLOSED|", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_space_that_the_hub_does_not_have_stops_the_network_and_leaves_no_trace()
    {
        await using var index = await SpaceIndex.CreateAsync(16);
        await using var wrong = await index.BesideAsync();
        var before = await wrong.DumpAsync();
        using var hub = new SnapshotHub(
            "nobody.eth",
            wrong.Options,
            Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance
        );
        var stop = await Assert.ThrowsAsync<UnknownSpaceException>(() =>
            hub.RequireSpaceAsync(TestContext.Current.CancellationToken)
        );
        Assert.Contains("nobody.eth", stop.Message, StringComparison.Ordinal);
        AssertStopped(await wrong.RunOtherSpaceAsync("nobody.eth"), "nobody.eth");
        Assert.Equal(before, await wrong.DumpAsync());
    }

    [Theory]
    [InlineData("id")]
    [InlineData("created")]
    [InlineData("state")]
    [InlineData("choices")]
    [InlineData("scores")]
    [InlineData("voter")]
    [InlineData("vp")]
    [InlineData("quorum")]
    public async Task What_is_garbled_is_left_out_by_name_and_field_and_stops_nothing(string field)
    {
        await using var whole = await SpaceIndex.CreateAsync(17);
        await using var index = await whole.BesideAsync();
        Assert.Null((await whole.LookAsync(whole.TheEnd)).Reason);
        index.Space.Faults.GarbledField = field;
        Assert.Null((await index.LookAsync(index.TheEnd)).Reason);
        var isOfVotes = field is "voter" or "vp";
        var proposals = await index.LinesAsync("select id from proposal order by id");
        if (!isOfVotes)
        {
            Assert.Empty(proposals);
        }

        Assert.Empty(await index.LinesAsync("select voter::text from vote"));
        if (field != "id")
        {
            Assert.Contains(
                await index.LinesAsync("select distinct reason from reconciliation where reason like 'left out:%'"),
                reason => reason.Contains($"{field} is ", StringComparison.Ordinal)
            );
        }

        index.Space.Faults.GarbledField = null;
        Assert.Null((await index.LookAsync(index.TheEnd)).Reason);
        Assert.Equal(
            await whole.LinesAsync("select id from proposal order by id"),
            await index.LinesAsync("select id from proposal order by id")
        );
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public async Task A_run_interrupted_at_random_commits_leaves_what_an_uninterrupted_one_leaves(int seed)
    {
        await using var whole = await SpaceIndex.CreateAsync((ulong)seed);
        await using var pieces = await whole.BesideAsync();
        var middle = whole.Space.Times[whole.Space.Times.Count / 2];
        var random = new Random(seed);
        foreach (var time in new[] { middle, whole.TheEnd })
        {
            Assert.Null((await whole.LookAsync(time)).Reason);
            while (await IsInterruptedAsync(pieces, random.Next(2, 5))) { }
        }

        Assert.Equal(await whole.DumpAsync(), await pieces.DumpAsync());
    }

    /// <summary>Runs until so many commits are told of.</summary>
    /// <returns>False when the run came to its end before.</returns>
    private static async Task<bool> IsInterruptedAsync(SpaceIndex index, int commits)
    {
        using var end = new CancellationTokenSource();
        var heard = new HashSet<long>();
        try
        {
            var outcome = await index.RunAsync(
                untilHead: true,
                hear: progress =>
                {
                    if (progress.Cursor is { } cursor && heard.Add(cursor.Height) && heard.Count == commits)
                    {
                        end.Cancel();
                    }
                },
                cancellationToken: end.Token
            );
            Assert.Null(outcome.Reason);
            return end.IsCancellationRequested;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    [Fact]
    public async Task Votes_that_a_list_leaves_out_stay_while_the_hub_finds_them_by_their_ids()
    {
        await using var index = await SpaceIndex.CreateAsync(18, WorldSize.Small with { EthereumBlocks = 4_000 });
        var crowded = index
            .Space.BooksAt(index.TheEnd)
            .Votes.GroupBy(vote => vote.Proposal)
            .MaxBy(votes => votes.Count())!;
        var proposal = index.Space.BooksAt(index.TheEnd).Proposals.Single(row => row.Id == crowded.Key);
        var time = proposal.Start + 400;
        Assert.Null((await index.LookAsync(time)).Reason);
        var before = await index.DumpAsync();
        var votes = index.Space.Books.VotesOn(proposal.Id);
        Assert.InRange(votes.Count, SnapshotOptions.MostIn + 1, int.MaxValue);
        foreach (var unlisted in new[] { 1, votes.Count })
        {
            index.Space.Faults.UnlistedVotes = votes.Take(unlisted).Select(vote => vote.Id).ToHashSet();
            Assert.Null((await index.LookAsync(time)).Reason);
            Assert.Equal(before, await index.DumpAsync());
        }

        var later = index.Space.Times.First(next => next >= proposal.End);
        Assert.Null((await index.LookAsync(later)).Reason);
        Assert.Equal(
            index.Space.Books.VotesOn(proposal.Id).Select(vote => vote.Id).Order(StringComparer.Ordinal),
            await index.LinesAsync(
                "select native_id from vote where to_height is null and proposal_id = $1 order by native_id collate \"C\"",
                "snapshot/" + proposal.Id
            )
        );
    }

    [Fact]
    public async Task Votes_on_a_proposal_that_the_hub_calls_pending_again_stay()
    {
        await using var index = await SpaceIndex.CreateAsync(19);
        var proposal = index.Space.BooksAt(index.TheEnd).Proposals.First(row => row.StateAt(row.End - 1) == "active");
        Assert.Null((await index.LookAsync(proposal.End - 1)).Reason);
        var votes = index.Space.Books.VotesOn(proposal.Id);
        Assert.NotEmpty(votes);
        index.Space.Faults.PendingProposals = new HashSet<string>(StringComparer.Ordinal) { proposal.Id };
        Assert.Null((await index.LookAsync(proposal.End)).Reason);
        string[] pending = ["PENDING|" + votes.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)];
        Assert.Equal(
            pending,
            await index.LinesAsync(
                "select concat_ws('|', status, voters) from proposal_state where to_height is null and proposal_id = $1",
                "snapshot/" + proposal.Id
            )
        );
    }

    private static void AssertStopped(Ingestion.IngestionProgress outcome, string named)
    {
        Assert.Equal(IngestionState.Stopped, outcome.State);
        Assert.Contains(named, outcome.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', outcome.Reason!);
    }
}
