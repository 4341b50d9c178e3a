using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Indexer.Addresses;
using Indexer.Domain;
using Indexer.EndToEnd.Tests.Exporting;
using Indexer.EndToEnd.Tests.Kit;
using Indexer.Exports;
using Indexer.Simulator;
using Indexer.Storage;
using Microsoft.EntityFrameworkCore;
using static Indexer.EndToEnd.Tests.Kit.Amounts;

namespace Indexer.EndToEnd.Tests;

/// <summary>
/// Lives across the move in many worlds (<see cref="LifeSeeds"/>), against the books of their networks: at every block of Ethereum, for every holder, by every
/// address, and after reverts of every network.
/// </summary>
public sealed class LifeSeedTests
{
    private static readonly BigInteger Pico = 1_000_000;

    public static TheoryData<ulong> Seeds => [.. LifeSeeds.All];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_sums_hold_for_every_account_and_in_total_at_every_block(ulong seed)
    {
        var world = Final(World.Create(seed, WorldSize.Small));
        await using var index = await SimulatedIndex.CreateAsync(world);
        var random = new Random((int)seed);
        // Which chain ends before, between or after the claims differs from world to world.
        var parachains = new[] { world.Khala, world.Phala };
        var steps = parachains.ToDictionary(chain => chain, _ => random.Next(1, (int)world.Ethereum.LastBlock));
        foreach (var chain in parachains)
        {
            chain.Head = random.Next(0, (int)chain.LastBlock);
            await RunAsync(index, chain.Name);
        }

        for (var height = 1L; height <= world.Ethereum.LastBlock; height++)
        {
            world.Ethereum.Head = height;
            await RunAsync(index, world.Ethereum.Name);
            foreach (var chain in parachains.Where(chain => steps[chain] == height))
            {
                chain.Head = chain.LastBlock;
                await RunAsync(index, chain.Name);
            }

            foreach (var chain in parachains)
            {
                await CompareAsync(index, chain, $"seed {seed}, block {height}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_holders_life_is_that_of_the_books_by_every_address(ulong seed)
    {
        await using var index = await SimulatedIndex.IndexedAsync(World.Create(seed, WorldSize.Small));
        await using var graph = new Graph(index.DataSource);
        var (truth, random, claimed) = (new TrueValues(index.World), new Random((int)seed), 0);
        var dust = await StatementTests.DustAsync(index);
        foreach (var holder in index.World.Holders)
        {
            var addresses = new SortedSet<string>(
                holder.Accounts.Select(one => one.Hex).Concat(holder.Receivers.Select(one => one.Hex)),
                StringComparer.Ordinal
            );
            var life = Assert.Single(await LivesAsync(graph, addresses));
            foreach (var row in life.GetProperty("history").EnumerateArray())
            {
                var end = row.GetProperty("endTime").GetString()!;
                Assert.Equal(
                    $"{holder.Accounts[0].Hex} {end} {truth.Before(addresses, Time(end))}",
                    $"{holder.Accounts[0].Hex} {end} {Units(row, "total")}"
                );
            }

            var statement = await Exported.OfHolderAsync(index, ExportKind.Stake, addresses.First());
            StatementTests.AssertStatement(index.World, addresses, statement, dust);
            Assert.Equal(BigInteger.Zero, statement.Opening);
            Assert.Equal(truth.Before(addresses, StatementTests.End(statement)), statement.Closing);
            claimed += statement.Entries.Count(row => row["entry"] is "CLAIMED_SHARES" or "CLAIMED_FREE");
            var cut = TrueValues.Time(index.World.Ethereum, random.NextInt64(1, index.World.Ethereum.LastBlock));
            var late = await Exported.OfHolderAsync(index, ExportKind.Stake, addresses.Last(), from: cut);
            StatementTests.AssertRounds(late, dust);
            late.AssertCloses();
            Assert.Equal((truth.Before(addresses, cut), statement.Closing), (late.Opening, late.Closing));
        }

        // Every claim of the world is in the statement of somebody, once for each of what it paid.
        var claims = index.World.Ethereum.Books.Claims;
        Assert.NotEmpty(claims);
        Assert.Equal(claims.Count(claim => claim.Staked > 0) + claims.Count(claim => claim.Free > 0), claimed);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_revert_of_any_network_and_forward_again_changes_nothing(ulong seed)
    {
        var world = World.Create(seed, WorldSize.Small);
        foreach (var network in world.Networks)
        {
            network.FinalizedLag = network.LastBlock;
        }

        await using var index = await SimulatedIndex.CreateAsync(world);
        foreach (var network in world.Networks)
        {
            await index.FollowAsync(network, _ => { });
        }

        var before = await index.DumpAsync();
        var random = new Random((int)seed);
        var order = world.Networks.ToArray();
        random.Shuffle(order);
        var forks = new List<string>();
        foreach (var network in order)
        {
            var fork = random.NextInt64(1, network.LastBlock);
            forks.Add($"{network.Name} {fork}");
            await RevertAsync(index, network, fork);
        }

        random.Shuffle(order);
        foreach (var network in order)
        {
            await index.FollowAsync(network, _ => { });
        }

        var after = await index.DumpAsync();
        Assert.True(
            before.SequenceEqual(after),
            $"Seed {seed}, {string.Join(", ", forks)}:\n{string.Join('\n', before.Except(after).Take(10))}\nbecame\n{string.Join('\n', after.Except(before).Take(10))}"
        );
    }

    /// <summary>What each account had, was paid and is owed, by the books; and the sums of all.</summary>
    private static async Task CompareAsync(SimulatedIndex index, SimulatedParachain chain, string at)
    {
        var world = index.World;
        var hasEnded = chain.Head == chain.LastBlock;
        var claims = world
            .Ethereum.BooksAt(world.Ethereum.Head)
            .Claims.Where(claim => claim.Origin == chain.Name)
            .ToDictionary(claim => claim.Account.Hex[..42], StringComparer.Ordinal);
        var rows = (
            await index.LinesAsync(
                """
                select concat_ws(' ', '0x' || encode(a.claim_user, 'hex'), a.free, a.staked, coalesce(a.claimed_free, -1), coalesce(a.claimed_shares, -1),
                 coalesce(a.claimed_staked, 0), coalesce(sum(d.free), 0), coalesce(sum(d.staked), 0), coalesce(string_agg(d.reason, ','), '-'))
                from migration_account a left join migration_difference d on d.network = a.network and d.claim_user = a.claim_user
                where a.network = $1 group by a.claim_user, a.free, a.staked, a.claimed_free, a.claimed_shares, a.claimed_staked
                """,
                chain.Name
            )
        ).Select(line => line.Split(' ')).ToDictionary(row => row[0], StringComparer.Ordinal);
        var (expected, paid, owed, named) = (BigInteger.Zero, BigInteger.Zero, BigInteger.Zero, BigInteger.Zero);
        foreach (var (user, row) in rows)
        {
            var (free, staked) = (Number(row[1]), Number(row[2]));
            var (paidFree, paidShares, paidStaked) = (Number(row[3]), Number(row[4]), Number(row[5]));
            expected += free + staked;
            named += Number(row[6]) + Number(row[7]);
            if (claims.TryGetValue(user, out var claim))
            {
                Assert.Equal((at, user, claim.Free, claim.Staked), (at, user, (UInt128)paidFree, (UInt128)paidShares));
                Assert.Equal(
                    (at, user, free - paidFree, staked - paidStaked),
                    (at, user, Number(row[6]), Number(row[7]))
                );
                Assert.True(
                    row[8] is "-" || row[8] == (hasEnded ? "ROUNDING" : "CHAIN_NOT_INDEXED"),
                    $"{at}: {row[8]}"
                );
                paid += paidFree + paidStaked;
            }
            else
            {
                Assert.Equal((at, user, "-1 -1 0 0"), (at, user, $"{row[3]} {row[4]} {row[6]} {row[7]}"));
                owed += free + staked;
            }
        }

        Assert.Empty(claims.Keys.Except(rows.Keys));
        if (hasEnded)
        {
            var last = chain.BooksAt(chain.LastBlock);
            foreach (var owned in chain.Snapshot)
            {
                var row = rows[owned.Account.Hex[..42]];
                Assert.Equal(Pico * (owned.Free + last.FindAccount(owned.Account)!.Reserved), Number(row[1]));
                Assert.InRange(Number(row[2]) - (Pico * owned.Staked), -24 * Pico, 24 * Pico);
            }
        }

        Assert.Equal(expected, paid + owed + named);
        Assert.Equal(
            [$"{expected} {paid} {owed} {named}"],
            await index.LinesAsync(
                """
                select concat_ws(' ', expected_free + expected_staked, claimed_free + claimed_staked, unclaimed_free + unclaimed_staked,
                 difference_free + difference_staked) from migration where network = $1
                """,
                chain.Name
            )
        );
    }

    /// <summary>The answers for all addresses of a holder, each as it came.</summary>
    private static async Task<IEnumerable<JsonElement>> LivesAsync(Graph graph, IEnumerable<string> addresses)
    {
        var lives = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var address in addresses)
        {
            var life = await graph.AskAsync(
                """
                query ($address: Address!) { holder(address: $address) {
                  address stakedValue unlocking unclaimedValue totalValue earned
                  accounts { nodes { address } }
                  unclaimed { nodes { network address free staked value } }
                  rewardHistory(interval: MONTH) { startTime delegated waited commission cumulated networks }
                  history(interval: MONTH) { endTime value unlocking unclaimed total cost }
                  activity(first: 1000) { nodes { kind time network } } } }
                """,
                new { address }
            );
            lives.TryAdd(life.GetRawText(), life.GetProperty("holder"));
        }

        return lives.Values;
    }

    private static async Task RevertAsync(SimulatedIndex index, SimulatedNetwork network, long height)
    {
        await using var context = new IndexerDbContext(
            new DbContextOptionsBuilder<IndexerDbContext>().UseNpgsql(index.DataSource).Options
        );
        var token = TestContext.Current.CancellationToken;
        var cursor = await context.Set<Cursor>().SingleAsync(row => row.Network == network.Name, token);
        await new LedgerWriter(index.DataSource, context, AccountText.Format).RevertAsync(
            cursor,
            new BlockRef(height, Convert.FromHexString(network.HashAt(height).AsSpan(2))),
            held: null,
            token
        );
    }

    private static async Task RunAsync(SimulatedIndex index, string network)
    {
        var outcome = Assert.Single(
            await index.RunAsync([index.Network(network)], untilHead: true, hear: null, CancellationToken.None)
        );
        Assert.Null(outcome.Reason);
    }

    private static World Final(World world)
    {
        foreach (var network in world.Networks)
        {
            network.FinalizedLag = 0;
        }

        return world;
    }

    private static BigInteger Number(string text) => BigInteger.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
