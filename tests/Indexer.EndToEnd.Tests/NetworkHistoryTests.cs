using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Indexer.EndToEnd.Tests.Kit;
using Indexer.Simulator;
using Indexer.Storage;
using static Indexer.EndToEnd.Tests.Kit.Amounts;

namespace Indexer.EndToEnd.Tests;

/// <summary>What networks and pools held and paid over time, against the books of the simulated world.</summary>
public sealed class NetworkHistoryTests
{
    private const string Days = """
        query ($name: String!) { network(name: $name) { staked rewards delegatorCount
          rewardHistory { startTime endTime delegated waited commission total cumulated networks }
          history { endTime staked delegatorCount poolCount workerCount apr averageBlockTime } } }
        """;

    /// <summary>One unit of a parachain in units of the index.</summary>
    private static readonly BigInteger Pico = 1_000_000;

    public static TheoryData<ulong, string> Chains =>
        new(from seed in IndexedWorlds.Seeds from chain in new[] { "khala", "phala" } select (seed, chain));

    public static TheoryData<ulong> Seeds => new(IndexedWorlds.Seeds);

    [Theory]
    [MemberData(nameof(Chains))]
    public async Task Every_day_of_a_parachain_is_what_its_books_have(ulong seed, string name)
    {
        var index = await IndexedWorlds.OfAsync(seed);
        await using var graph = new Graph(index.DataSource);
        var chain = name == "khala" ? index.World.Khala : index.World.Phala;
        var network = (await graph.AskAsync(Days, new { name })).GetProperty("network");
        var rewards = network.GetProperty("rewardHistory").EnumerateArray().ToList();
        var days = network.GetProperty("history").EnumerateArray().ToList();
        Assert.Equal(rewards.Count, days.Count);
        var paid = BigInteger.Zero;
        foreach (var (reward, day) in rewards.Zip(days).SkipLast(1))
        {
            var height = LastBefore(chain, Time(day, "endTime"));
            var books = chain.BooksAt(height);
            var pools = books.Pools.Values.ToList();
            var accounts = pools.Select(pool => pool.Account).ToHashSet();
            var staked =
                Sum(pools.Where(pool => pool.Kind == PoolKind.StakePool).Select(pool => pool.TotalValue))
                + Sum(pools.Where(pool => pool.Kind == PoolKind.Vault).Select(pool => pool.FreeValue));
            Assert.Equal(Pico * staked, Units(day, "staked"));
            Assert.Equal(
                books
                    .Positions.Where(position => position.Shares > 0 && !accounts.Contains(position.Account))
                    .Select(position => position.Account)
                    .Distinct()
                    .Count(),
                day.GetProperty("delegatorCount").GetInt32()
            );
            Assert.Equal(pools.Count, day.GetProperty("poolCount").GetInt32());
            Assert.Equal(pools.Sum(pool => pool.Workers.Count), day.GetProperty("workerCount").GetInt32());
            var before = paid;
            paid = Paid(books);
            Assert.Equal(paid - before, Units(reward, "total"));
        }

        Assert.True(paid > 0);
        Assert.Equal(Paid(chain.BooksAt(chain.LastBlock)), Units(network, "rewards"));
        // All was handed over at the end; what rounding left of the pools stays.
        Assert.InRange(Units(network, "staked"), BigInteger.Zero, 1_000 * Pico);
        Assert.Equal(0, network.GetProperty("delegatorCount").GetInt32());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_day_of_the_vault_is_what_it_settled(ulong seed)
    {
        var index = await IndexedWorlds.OfAsync(seed);
        await using var graph = new Graph(index.DataSource);
        var ethereum = index.World.Ethereum;
        var network = (await graph.AskAsync(Days, new { name = "ethereum" })).GetProperty("network");
        foreach (var reward in network.GetProperty("rewardHistory").EnumerateArray())
        {
            var (start, end) = (Time(reward, "startTime"), Time(reward, "endTime"));
            var settled = ethereum.Books.Settlements.Where(each =>
                (long)ethereum.TimeAt(each.Height) >= start && (long)ethereum.TimeAt(each.Height) < end
            );
            Assert.Equal(Sum(settled.Select(each => each.Rewards)), Units(reward, "delegated"));
        }

        foreach (var day in network.GetProperty("history").EnumerateArray())
        {
            var vault = ethereum.BooksAt(LastBefore(ethereum, Time(day, "endTime"))).Vault;
            Assert.Equal(vault?.CheckpointTotalAssets ?? 0, (UInt128)Units(day, "staked"));
        }

        Assert.Equal(Sum(ethereum.Books.Settlements.Select(each => each.Rewards)), Units(network, "rewards"));
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public async Task Obvious_sums_are_the_true_ones(ulong seed, string name)
    {
        var index = await IndexedWorlds.OfAsync(seed);
        await using var graph = new Graph(index.DataSource);
        var chain = name == "khala" ? index.World.Khala : index.World.Phala;
        var books = chain.BooksAt(chain.LastBlock);
        var answer = await graph.AskAsync(
            """
            query ($name: String!, $height: Long!) {
              positions(where: { network: { eq: $name } }, asOf: { height: $height }) { aggregate { sum { value } } }
              everything: positions(where: { network: { eq: $name } }, asOf: { height: $height }, passedOn: true) { aggregate { sum { value } } }
              rewards(where: { network: { eq: $name }, kind: { in: [OWNER, STAKERS, COMMISSION] } }) { aggregate { sum { amount } } } }
            """,
            new { name, height = chain.LastBlock }
        );
        var pools = books.Pools.Values.ToList();
        var staked =
            Sum(pools.Where(pool => pool.Kind == PoolKind.StakePool).Select(pool => pool.TotalValue))
            + Sum(pools.Where(pool => pool.Kind == PoolKind.Vault).Select(pool => pool.FreeValue));
        var positions = Units(answer.GetProperty("positions").GetProperty("aggregate").GetProperty("sum"), "value");
        // A vault's value is its shares of pools at prices that the chain rounds.
        Assert.True(BigInteger.Abs((Pico * staked) - positions) * 1_000_000_000 < positions, $"{staked} {positions}");
        Assert.True(
            Units(answer.GetProperty("everything").GetProperty("aggregate").GetProperty("sum"), "value") > Pico * staked
        );
        Assert.Equal(
            Paid(books),
            Units(answer.GetProperty("rewards").GetProperty("aggregate").GetProperty("sum"), "amount")
        );
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_ranking_of_holders_lists_nobody_who_holds_for_others(ulong seed)
    {
        var index = await IndexedWorlds.OfAsync(seed);
        await using var graph = new Graph(index.DataSource);
        var answer = await graph.AskAsync(
            """
            { holders(first: 1000, orderBy: [{ field: EARNED, direction: DESC }]) { nodes { address earned } }
              accounts(first: 1000, where: { role: { eq: POOL }, kind: { eq: SUBSTRATE } }) { nodes { address } } }
            """
        );
        var ranked = Listed("holders");
        var pools = Listed("accounts");
        Assert.NotEmpty(pools);
        // Those that any event of an account has named.
        Assert.Subset(
            new[] { index.World.Khala, index.World.Phala }
                .SelectMany(chain => chain.BooksAt(chain.LastBlock).Pools.Values)
                .Select(pool => pool.Account.Hex)
                .ToHashSet(),
            pools
                .Select(pool => $"0x{Convert.ToHexStringLower(Addresses.Ss58.Decode(pool).Account.ToArray())}")
                .ToHashSet()
        );
        Assert.Empty(ranked.Intersect(pools));
        Assert.True(Units(answer.GetProperty("holders").GetProperty("nodes")[0], "earned") > 0);

        List<string> Listed(string root) =>
            [
                .. answer
                    .GetProperty(root)
                    .GetProperty("nodes")
                    .EnumerateArray()
                    .Select(node => node.GetProperty("address").GetString()!),
            ];
    }

    [Fact]
    public async Task Days_that_are_kept_answer_as_days_that_are_computed()
    {
        await using var index = await SimulatedIndex.IndexedAsync(World.Create(61, WorldSize.Small));
        await using var graph = new Graph(index.DataSource);
        string[] names = ["khala", "phala", "ethereum", "phala-l2"];
        var computed = await AnswersAsync();
        await using var connection = await index.DataSource.OpenConnectionAsync(TestContext.Current.CancellationToken);
        Assert.True(await KeepAsync() > 100);
        Assert.Equal(computed, await AnswersAsync());
        Assert.Equal(0, await KeepAsync());

        var dump = await index.DumpAsync();
        await index.LinesAsync(
            "update network_day set staked = 1, delegators = 2 where extract(day from end_time) = 7 returning '1'"
        );
        Assert.NotEqual(dump, await index.DumpAsync());
        Assert.True(await KeepAsync(DateTimeOffset.MinValue.AddYears(1), DateTimeOffset.MaxValue) > 100);
        Assert.Equal(dump, await index.DumpAsync());

        Task<int> KeepAsync(DateTimeOffset? from = null, DateTimeOffset? to = null) =>
            NetworkDays.KeepAsync(connection, from, to, TestContext.Current.CancellationToken);

        async Task<List<string>> AnswersAsync()
        {
            var answers = new List<string>();
            foreach (var name in names)
            {
                answers.Add((await graph.AskAsync(Days, new { name })).GetRawText());
                answers.Add(
                    (
                        await graph.AskAsync(
                            Days.Replace("istory {", "istory(interval: MONTH) {", StringComparison.Ordinal),
                            new { name }
                        )
                    ).GetRawText()
                );
            }

            return answers;
        }
    }

    [Fact]
    public async Task A_day_that_may_be_taken_back_is_not_kept()
    {
        await using var index = await SimulatedIndex.CreateAsync(World.Create(62, WorldSize.Small));
        var ethereum = index.World.Ethereum;
        ethereum.FinalizedLag = ethereum.LastBlock / 2;
        await index.RunAsync([index.Network("ethereum")], untilHead: true, hear: null, CancellationToken.None);
        await using var connection = await index.DataSource.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await NetworkDays.KeepAsync(connection, null, null, TestContext.Current.CancellationToken);
        Assert.Equal(
            ["true"],
            await index.LinesAsync(
                """
                select (max(end_time) <= (select b.time from block b where b.height <= c.finalized_height order by b.height desc limit 1)
                  and max(end_time) > (select b.time from block b where b.height <= c.finalized_height order by b.height desc limit 1) - interval '1 day')::text
                from network_day, cursor c where c.network = 'ethereum' group by c.finalized_height
                """
            )
        );
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public async Task The_rate_of_a_pool_is_what_a_share_earned(ulong seed, string name)
    {
        var index = await IndexedWorlds.OfAsync(seed);
        await using var graph = new Graph(index.DataSource);
        var chain = name == "khala" ? index.World.Khala : index.World.Phala;
        var seen = 0;
        foreach (var height in new[] { chain.LastBlock / 2, chain.LastBlock * 3 / 4, chain.LastBlock - 1 })
        {
            var answer = await graph.AskAsync(
                "query ($name: String!, $height: Long!) { pools(first: 1000, asOf: { height: $height }, where: { network: { eq: $name }, kind: { eq: STAKE_POOL } }) { nodes { poolId aprWeek } } }",
                new { name, height }
            );
            var end = (long)chain.TimeAt(height);
            var opening = LastBefore(chain, end - (7 * 86_400_000L) + 1);
            foreach (var pool in answer.GetProperty("pools").GetProperty("nodes").EnumerateArray())
            {
                var pid = ulong.Parse(pool.GetProperty("poolId").GetString()!, CultureInfo.InvariantCulture);
                var then = chain.BooksAt(opening).Pools.GetValueOrDefault(pid);
                if (then is null || then.TotalShares == 0 || then.TotalValue == 0)
                {
                    continue;
                }

                var earned = chain
                    .BooksAt(height)
                    .Rewards.Where(reward => reward.Pid == pid && reward.Height > opening && reward.Distributed)
                    .Sum(reward => Ratio(reward.ToStakers, chain.BooksAt(reward.Height - 1).Pools[pid].TotalShares));
                var expected = earned * Ratio(then.TotalShares, then.TotalValue) * 365 / 7;
                var stated = double.Parse(pool.GetProperty("aprWeek").GetString()!, CultureInfo.InvariantCulture);
                // Within a block shares may have changed before its reward.
                Assert.InRange(stated, expected * 0.98, (expected * 1.02) + 1e-9);
                seen += expected > 0 ? 1 : 0;
            }
        }

        Assert.True(seen > 0);
    }

    /// <summary>What a chain paid, less commission that it dismissed as dust.</summary>
    private static BigInteger Paid(ParachainBooks books) =>
        Pico
        * (
            Sum(books.Rewards.Select(each => each.ToOwner + (each.Distributed ? each.ToStakers : 0)))
            - Sum(
                books
                    .Dismissed.Where(lost => lost.Pid is not null && lost.Event == "RewardToOwnerDismissedDust")
                    .Select(lost => lost.Amount)
            )
        );

    private static double Ratio(UInt128 dividend, UInt128 divisor) => (double)dividend / (double)divisor;

    private static long LastBefore(SimulatedNetwork chain, long end)
    {
        var (low, high) = (0L, chain.LastBlock);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = (long)chain.TimeAt(middle) < end ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    private static long Time(JsonElement row, string field) =>
        DateTimeOffset
            .Parse(row.GetProperty(field).GetString()!, CultureInfo.InvariantCulture)
            .ToUnixTimeMilliseconds();

    private static BigInteger Sum(IEnumerable<UInt128> values) =>
        values.Aggregate(BigInteger.Zero, (sum, value) => sum + (BigInteger)value);
}
