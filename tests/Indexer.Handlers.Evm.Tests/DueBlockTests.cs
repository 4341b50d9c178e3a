using Indexer.Domain;
using Indexer.Evm;
using static Indexer.Handlers.Evm.Tests.GovernorLogs;

namespace Indexer.Handlers.Evm.Tests;

/// <summary>The blocks in which queued proposals expire, found by time, and how many headers that takes.</summary>
public sealed class DueBlockTests
{
    private const int Blocks = 1_000;
    private const long Origin = 1_700_000_000;
    private const int Slot = 12;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(6_000)]
    [InlineData(6_001)]
    [InlineData((Blocks - 1) * Slot)]
    public async Task Where_no_slot_is_missed_two_headers_find_a_block(long after)
    {
        var seconds = Times(_ => Slot);
        var chain = new TimedChain(seconds);
        Assert.Equal([First(seconds, Origin + after)], await FindAsync(chain, Origin + after));
        Assert.Equal((true, true), (chain.Headers <= 2, chain.Batches <= 1));
    }

    [Fact]
    public async Task Where_slots_are_missed_several_expiries_take_few_headers_each()
    {
        var random = new Random(1);
        var seconds = Times(_ => random.Next(100) == 0 ? 2 * Slot : Slot);
        var due = Enumerable.Range(1, 9).Select(part => Origin + part * 1_237L).ToArray();
        var chain = new TimedChain(seconds);
        Assert.Equal(due.Select(time => First(seconds, time)), await FindAsync(chain, due));

        // Halving alone takes ten headers for each, and one more to give the block.
        Assert.InRange(chain.Headers, 1, due.Length * 6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task However_irregular_blocks_come_the_first_of_a_time_is_found(int seed)
    {
        var random = new Random(seed);
        var seconds = Times(_ => random.Next(4) == 0 ? random.Next(0, 5_000) : random.Next(0, 3));
        var due = Enumerable
            .Range(0, 20)
            .Select(_ => random.NextInt64(seconds[0], seconds[^1] + 1))
            .Append(seconds[^1])
            .ToArray();
        var chain = new TimedChain(seconds);
        Assert.Equal(due.Select(time => First(seconds, time)).Distinct().Order(), await FindAsync(chain, due));

        // Each second batch at least halves the range of at most 1,000 blocks.
        Assert.InRange(chain.Batches, 1, due.Length * 2 * 10);
    }

    /// <summary>The heights of the blocks in which proposals expire, as the pipeline asks for one after the other.</summary>
    private static async Task<List<long>> FindAsync(TimedChain chain, params long[] expiries)
    {
        var feed = new Feed();
        for (var number = 1; number <= expiries.Length; number++)
        {
            feed.ProposalCreated(Feed.Bravo, number, Feed.Account(1), 1, 2);
            feed.Set(
                feed.State.Governance.Proposal(Id(Feed.Bravo, number)) with
                {
                    Status = ProposalStatus.Queued,
                    ExpiryTime = DateTimeOffset.FromUnixTimeSeconds(expiries[number - 1]),
                }
            );
        }

        await using var source = new EvmSource(
            new NetworkSettings
            {
                Name = "ethereum",
                Kind = NetworkKind.Evm,
                Endpoints = [],
                Contracts = new Dictionary<AccountId, string> { [Feed.Bravo] = "governor-bravo" },
            },
            chain,
            HandlerCatalog.Evm,
            new EvmOptions()
        );
        var found = new List<long>();
        var from = 0L;
        while (await source.FindDueAsync(feed.State, from, chain.Last, CancellationToken.None) is { } block)
        {
            found.Add(block.Header.Height);
            from = block.Header.Height + 1;
            foreach (
                var expired in feed
                    .State.Governance.ProposalsOfStatus(ProposalStatus.Queued)
                    .Where(proposal => proposal.ExpiryTime <= block.Header.Time)
                    .ToList()
            )
            {
                feed.Set(expired with { Status = ProposalStatus.Expired });
            }
        }

        return found;
    }

    private static long[] Times(Func<int, long> gap)
    {
        var seconds = new long[Blocks];
        seconds[0] = Origin;
        for (var height = 1; height < Blocks; height++)
        {
            seconds[height] = seconds[height - 1] + gap(height);
        }

        return seconds;
    }

    private static long First(long[] seconds, long time) => Array.FindIndex(seconds, second => second >= time);
}
