using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Indexer.EndToEnd.Tests.Exporting;
using Indexer.EndToEnd.Tests.Kit;
using Indexer.Exports;
using Indexer.Simulator;
using static Indexer.EndToEnd.Tests.Kit.Amounts;

namespace Indexer.EndToEnd.Tests;

/// <summary>Stake pools of the first version in the database, the API and statements, against the books of a simulated Khala.</summary>
public sealed class MiningTests
{
    private const ulong Seed = 3;
    private const int Stride = 40;

    /// <summary>One unit of a parachain in units of the index.</summary>
    private static readonly BigInteger Pico = 1_000_000;

    private static readonly Once<ulong, SimulatedIndex> Mined = new(IndexedAsync);

    [Fact]
    public async Task Positions_tell_what_waits_for_them_and_pools_their_version()
    {
        var index = await Mined.OfAsync(Seed);
        await using var graph = new Graph(index.DataSource);
        var chain = index.World.Khala;
        var waiting = 0;
        for (var height = chain.LastBlock; height > 0; height -= Stride)
        {
            var books = chain.BooksAt(height);
            var pools = books.MiningPools.ToDictionary(pool => pool.Pid);
            var answer = await graph.AskAsync(
                """
                query ($height: Long!) {
                  positions(first: 1000, where: { network: { eq: "khala" } }, asOf: { height: $height }) {
                    nodes { poolId address shares value pendingReward account { address } pool { version totalValue } } }
                  pools(first: 100, where: { version: { eq: 1 } }, asOf: { height: $height }) { nodes { poolId totalValue freeValue } } }
                """,
                new { height }
            );
            Assert.Equal(
                pools.Values.Select(pool => $"{pool.Pid} {Pico * pool.TotalStake} {Pico * pool.FreeStake}").Order(),
                Nodes(answer, "pools")
                    .Select(pool => $"{Text(pool, "poolId")} {Units(pool, "totalValue")} {Units(pool, "freeValue")}")
                    .Order()
            );
            var positions = Nodes(answer, "positions").ToDictionary(row => (Text(row, "poolId"), Hex(row)));
            foreach (var stake in books.MiningStakes)
            {
                var pool = pools[stake.Pid];
                var position = positions[($"{stake.Pid}", stake.Account.Hex)];
                Assert.Equal(Pico * stake.Shares, Units(position, "shares"));
                Assert.Equal(Pico * stake.Pending(pool.Accumulator), Units(position, "pendingReward"));
                Assert.Equal(
                    pool.TotalShares == 0 ? 0 : Pico * stake.Shares * pool.TotalStake / pool.TotalShares,
                    Units(position, "value")
                );
                Assert.Equal(1, position.GetProperty("pool").GetProperty("version").GetInt32());
                waiting += stake.Pending(pool.Accumulator) > 0 ? 1 : 0;
            }
        }

        Assert.True(waiting > 50);
    }

    [Fact]
    public async Task What_a_position_earned_over_time_is_what_it_was_paid_and_is_owed()
    {
        var index = await Mined.OfAsync(Seed);
        await using var graph = new Graph(index.DataSource);
        var books = index.World.Khala.Books;
        var pools = books.MiningPools.ToDictionary(pool => pool.Pid);
        var answer = await graph.AskAsync(
            """
            { positions(first: 1000, where: { network: { eq: "khala" } }) { nodes { poolId address account { address } earned
              rewardHistory(interval: MONTH) { delegated cumulated } history(interval: MONTH) { value cost }
              stakeEvents(first: 1000, where: { kind: { eq: STAKER_REWARDS_WITHDRAWN } }) { nodes { amount } aggregate { count } } } } }
            """
        );
        var positions = Nodes(answer, "positions").ToDictionary(row => (Text(row, "poolId"), Hex(row)));
        foreach (var stake in books.MiningStakes)
        {
            var position = positions[($"{stake.Pid}", stake.Account.Hex)];
            var claims = Nodes(position, "stakeEvents").Select(row => Units(row, "amount")).ToList();
            Assert.Equal(Pico * stake.Claimed, claims.Aggregate(BigInteger.Zero, BigInteger.Add));
            var months = position.GetProperty("rewardHistory").EnumerateArray().ToList();
            var earned = Units(position, "earned");
            Assert.Equal(earned, months.Select(month => Units(month, "delegated")).Aggregate(BigInteger.Add));
            Assert.Equal(earned, Units(months[^1], "cumulated"));

            // The chain cuts off whenever something moves the position: at most one unit each time.
            var moves = books.Moves.Count(move => move.Pid == stake.Pid && move.Account == stake.Account) + 1;
            var owed = Pico * (stake.Claimed + stake.Pending(pools[stake.Pid].Accumulator));
            Assert.InRange(earned - owed, -Pico * moves, Pico * moves);
        }
    }

    [Fact]
    public async Task A_network_and_a_holder_add_up()
    {
        var index = await Mined.OfAsync(Seed);
        await using var graph = new Graph(index.DataSource);
        var books = index.World.Khala.Books;
        var pools = books.MiningPools.ToDictionary(pool => pool.Pid);
        var richest = books.MiningStakes.MaxBy(stake => stake.Pending(pools[stake.Pid].Accumulator))!.Account;
        var answer = await graph.AskAsync(
            """
            query ($address: Address!) {
              network(name: "khala") { staked rewards history(interval: YEAR) { staked apr } }
              holder(address: $address) { pendingReward stakedValue activity(first: 500, where: { kind: { eq: REWARD } }) { nodes { direction amount } } } }
            """,
            new { address = richest.Hex }
        );
        var network = answer.GetProperty("network");
        Assert.Equal(Pico * Sum(pools.Values.Select(pool => pool.TotalStake)), Units(network, "staked"));
        Assert.Equal(
            Pico * Sum(books.Rewards.Select(reward => reward.ToOwner + (reward.Distributed ? reward.ToStakers : 0))),
            Units(network, "rewards")
        );
        var holder = answer.GetProperty("holder");
        Assert.Equal(
            Pico
                * Sum(
                    books
                        .MiningStakes.Where(stake => stake.Account == richest)
                        .Select(stake => stake.Pending(pools[stake.Pid].Accumulator))
                ),
            Units(holder, "pendingReward")
        );
        Assert.Equal(
            books.Moves.Count(move => move.Account == richest && move.Kind == StakeMoveKind.StakerRewardsWithdrawn)
                + books.OwnerTakes.Count(take => take.Owner == richest),
            Nodes(holder, "activity").Count()
        );

        // The rewards of a year over what was staked at its end: they are no part of it.
        var last = network.GetProperty("history").EnumerateArray().Last();
        Assert.True(decimal.Parse(Text(last, "apr"), CultureInfo.InvariantCulture) > 0);
    }

    [Fact]
    public async Task Statements_of_stakes_close_without_the_rewards_that_wait_beside_them()
    {
        var index = await Mined.OfAsync(Seed);
        var books = index.World.Khala.Books;
        foreach (var pool in books.MiningPools)
        {
            var named = new WrittenExport(null, $"khala/{pool.Pid}", null, null, null, Unfinalized: false);
            var statement = await Exported.OfAsync(index, ExportKind.Stake, named);
            statement.AssertCloses();
            Assert.Equal(Pico * pool.TotalStake, statement.Closing);
            (await Exported.OfAsync(index, ExportKind.Rewards, named)).AssertCloses();
        }

        foreach (var account in books.MiningStakes.Select(stake => stake.Account).Distinct().Take(4))
        {
            var statement = await Exported.OfHolderAsync(index, ExportKind.Stake, account.Hex);
            statement.AssertCloses();
            Assert.DoesNotContain(statement.Entries, row => row["entry"] == "REWARD");
            var rounding = statement.Entries.Where(row => row["entry"] == "ROUNDING").Select(row => row["amount"]!);
            Assert.All(
                rounding,
                amount => Assert.InRange(decimal.Parse(amount, CultureInfo.InvariantCulture), -0.001m, 0.001m)
            );
            var rewards = await Exported.OfHolderAsync(index, ExportKind.Rewards, account.Hex);
            rewards.AssertCloses();
        }
    }

    private static async Task<SimulatedIndex> IndexedAsync(ulong seed)
    {
        var index = await SimulatedIndex.CreateAsync(World.Create(seed, WorldSize.Miners));
        index.World.Khala.FinalizedLag = 0;

        // The chain did not end with its stake pools of the first version.
        var khala = index.Network("khala") with
        {
            LastBlock = null,
        };
        Assert.All(
            await index.RunAsync([khala], untilHead: true, hear: null, CancellationToken.None),
            outcome => Assert.Null(outcome.Reason)
        );
        return index;
    }

    private static JsonElement.ArrayEnumerator Nodes(JsonElement row, string field) =>
        row.GetProperty(field).GetProperty("nodes").EnumerateArray();

    private static string Text(JsonElement row, string field) => row.GetProperty(field).GetString()!;

    private static string Hex(JsonElement row) =>
        $"0x{Convert.ToHexStringLower(Addresses.Ss58.Decode(Text(row, "address")).Account.ToArray())}";

    private static BigInteger Sum(IEnumerable<UInt128> values) =>
        values.Aggregate(BigInteger.Zero, (sum, value) => sum + (BigInteger)value);
}
