using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Indexer.EndToEnd.Tests.Kit;
using Indexer.Simulator;
using Indexer.TestKit;
using static Indexer.EndToEnd.Tests.Kit.Amounts;

namespace Indexer.EndToEnd.Tests;

/// <summary>What workers make of pools, against the books of the simulated world: power of each worker, and the rate that a pool may expect.</summary>
public sealed class ExpectedAprTests
{
    private const long Day = 86_400_000;
    private const long Year = 365 * Day;

    private const string Pools = """
        query ($name: String!, $height: Long!) { pools(first: 1000, asOf: { height: $height }, where: { network: { eq: $name } }) {
          nodes { poolId aprMultiplier expectedApr expectedAprGap totalValue idleWorkerShares
            workers(first: 200, where: { state: { eq: IDLE } }) { nodes { shares } } } } }
        """;

    private static readonly BigInteger One = BigInteger.One << 64;

    public static TheoryData<ulong, string> Chains =>
        new(from seed in IndexedWorlds.Seeds from chain in new[] { "khala", "phala" } select (seed, chain));

    [Theory]
    [MemberData(nameof(Chains))]
    public async Task Every_pool_expects_its_part_of_the_budget_over_its_value(ulong seed, string name)
    {
        var index = await IndexedWorlds.OfAsync(seed);
        await using var graph = new Graph(index.DataSource);
        var chain = name == "khala" ? index.World.Khala : index.World.Phala;
        var heights = (
            await index.LinesAsync("select height::text from block where network = $1 order by height", name)
        ).ConvertAll(line => long.Parse(line, CultureInfo.InvariantCulture));
        var (stake, vaults) = (0, 0);
        foreach (var height in new[] { chain.LastBlock / 3, chain.LastBlock / 2, chain.LastBlock - 1 })
        {
            var books = chain.BooksAt(height);
            var (blocks, milliseconds) = Span(chain, heights, height);
            var terms = books.Tokenomics;
            var idle = books.Pools.Values.Aggregate(BigInteger.Zero, (sum, pool) => sum + pool.IdleWorkerShares);
            var rate = terms.BudgetPerBlock * (One - terms.TreasuryRatio) * Year * blocks * BigInteger.Pow(10, 24);
            var answer = await graph.AskAsync(Pools, new { name, height });
            foreach (var pool in answer.GetProperty("pools").GetProperty("nodes").EnumerateArray())
            {
                var book = books.Pools[
                    ulong.Parse(pool.GetProperty("poolId").GetString()!, CultureInfo.InvariantCulture)
                ];
                Assert.Equal(
                    book.IdleWorkerShares,
                    pool.GetProperty("workers")
                        .GetProperty("nodes")
                        .EnumerateArray()
                        .Aggregate(BigInteger.Zero, (sum, worker) => sum + Units(worker, "shares"))
                );
                if (book.TotalValue == 0)
                {
                    Assert.Equal(
                        ("NO_VALUE", JsonValueKind.Null, JsonValueKind.Null),
                        (
                            pool.GetProperty("expectedAprGap").GetString(),
                            pool.GetProperty("expectedApr").ValueKind,
                            pool.GetProperty("aprMultiplier").ValueKind
                        )
                    );
                    continue;
                }

                var power = Power(books, book);
                var value = book.TotalValue.Pha();
                Assert.Equal(power * 1_000_000 / value, Units(pool, "aprMultiplier"));
                if (idle.IsZero)
                {
                    Assert.Equal("NO_IDLE_WORKERS", pool.GetProperty("expectedAprGap").GetString());
                    continue;
                }

                Assert.Equal(JsonValueKind.Null, pool.GetProperty("expectedAprGap").ValueKind);
                Assert.Equal(power * rate / (value * One * One * idle * milliseconds), Units(pool, "expectedApr"));
                stake += book.Kind == PoolKind.StakePool && power > 0 ? 1 : 0;
                vaults += book.Kind == PoolKind.Vault && power > 0 ? 1 : 0;
            }
        }

        Assert.True(stake > 0 && vaults > 0, $"{stake} stake pools, {vaults} vaults");
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public async Task Pools_can_be_ordered_by_it_and_those_without_say_why(ulong seed, string name)
    {
        var index = await IndexedWorlds.OfAsync(seed);
        await using var graph = new Graph(index.DataSource);
        var chain = name == "khala" ? index.World.Khala : index.World.Phala;
        var answer = await graph.AskAsync(
            "query ($height: Long!) { pools(first: 1000, asOf: { height: $height }, orderBy: [{ field: EXPECTED_APR, direction: DESC }]) { nodes { network expectedApr expectedAprGap } } }",
            new { height = chain.LastBlock - 1 }
        );
        var pools = answer.GetProperty("pools").GetProperty("nodes").EnumerateArray().ToList();
        Assert.All(
            pools,
            pool =>
                Assert.NotEqual(pool.GetProperty("expectedApr").ValueKind, pool.GetProperty("expectedAprGap").ValueKind)
        );
        var rates = pools
            .Where(pool => pool.GetProperty("expectedApr").ValueKind != JsonValueKind.Null)
            .Select(pool => Units(pool, "expectedApr"))
            .ToList();
        Assert.Equal(rates.OrderDescending(), rates);
        Assert.Contains(
            pools,
            pool =>
                pool.GetProperty("network").GetString() == "ethereum"
                && pool.GetProperty("expectedAprGap").GetString() == "NO_BUDGET"
        );
    }

    /// <summary>Power of the delegators of a pool in 10^-30: millionths of millionths of the index's unit.</summary>
    private static BigInteger Power(ParachainBooks books, PoolBook pool)
    {
        var own = pool.IdleWorkerShares * 1_000_000;
        if (pool.Kind == PoolKind.Vault)
        {
            foreach (
                var position in books.Positions.Where(held => held.Account == pool.Account && held.Pid != pool.Pid)
            )
            {
                var target = books.Pools[position.Pid];
                own +=
                    target.TotalShares == 0
                        ? 0
                        : position.Shares.Pha()
                            * target.IdleWorkerShares
                            * (1_000_000 - target.Commission)
                            / target.TotalShares.Pha();
            }
        }

        return own * (1_000_000 - pool.Commission);
    }

    private static (long Blocks, long Milliseconds) Span(SimulatedNetwork chain, List<long> heights, long height)
    {
        var last = heights.FindLast(each => each <= height);
        var end = (long)chain.TimeAt(last);
        var first = heights.FindLastIndex(each => (long)chain.TimeAt(each) <= end - Day) is var found and >= 0
            ? heights[found]
            : heights[0];
        return (last - first, end - (long)chain.TimeAt(first));
    }
}
