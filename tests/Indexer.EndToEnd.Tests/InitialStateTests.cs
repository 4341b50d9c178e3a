using System.Numerics;
using System.Text.Json;
using Indexer.Domain;
using Indexer.EndToEnd.Tests.Exporting;
using Indexer.EndToEnd.Tests.Kit;
using Indexer.Exports;
using Indexer.Ingestion;
using Indexer.Simulator;
using static Indexer.EndToEnd.Tests.Kit.Amounts;

namespace Indexer.EndToEnd.Tests;

/// <summary>A simulated Khala whose index begins in the middle with a state of its books: in the database, the API and statements.</summary>
public sealed class InitialStateTests : IDisposable
{
    private const ulong Seed = 3;
    private static readonly BigInteger Pico = 1_000_000;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("initial-state-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task What_was_before_is_in_opening_entries_and_statements_close()
    {
        await using var index = await SimulatedIndex.CreateAsync(World.Create(Seed, WorldSize.Miners));
        var chain = index.World.Khala;
        chain.FinalizedLag = 0;
        var height = chain.LastBlock / 2;
        var settings = Settings(index, await StateAsync(chain, height, chain.HashAt(height)), height);
        await RunAsync(index, settings);
        await using var graph = new Graph(index.DataSource);
        var answer = await graph.AskAsync(
            """
            query ($first: Long!, $last: Long!) {
              opening: positions(first: 1000, where: { network: { eq: "khala" } }, asOf: { height: $first }) { nodes { poolId address cost } }
              now: positions(first: 1000, where: { network: { eq: "khala" } }, asOf: { height: $last }) { nodes { poolId address shares pendingReward } }
              stakeEvents(first: 1000, where: { kind: { eq: INITIAL } }) { nodes { height value shares } aggregate { count } } }
            """,
            new { first = height + 1, last = chain.LastBlock }
        );
        var before = chain.BooksAt(height);
        var entries = Nodes(answer, "stakeEvents").ToList();
        Assert.Equal(before.MiningStakes.Count(Holds), entries.Count);
        Assert.All(entries, entry => Assert.Equal(height + 1, long.Parse(entry.GetProperty("height").ToString())));
        Assert.Equal(
            Pico * before.MiningPools.Aggregate(BigInteger.Zero, (sum, pool) => sum + pool.TotalStake),
            entries.Aggregate(BigInteger.Zero, (sum, entry) => sum + Units(entry, "value"))
        );

        var accumulators = chain.Books.MiningPools.ToDictionary(pool => pool.Pid, pool => pool.Accumulator);
        var positions = Nodes(answer, "now").ToDictionary(row => (row.GetProperty("poolId").GetString(), Hex(row)));
        foreach (var stake in chain.Books.MiningStakes.Where(Holds))
        {
            var position = positions[($"{stake.Pid}", stake.Account.Hex)];
            Assert.Equal(Pico * stake.Shares, Units(position, "shares"));
            Assert.Equal(Pico * stake.Pending(accumulators[stake.Pid]), Units(position, "pendingReward"));
        }

        foreach (var pool in chain.Books.MiningPools)
        {
            var named = new WrittenExport(null, $"khala/{pool.Pid}", null, null, null, Unfinalized: false);
            var statement = await Exported.OfAsync(index, ExportKind.Stake, named);
            statement.AssertCloses();
            Assert.Equal(Pico * pool.TotalStake, statement.Closing);
            (await Exported.OfAsync(index, ExportKind.Rewards, named)).AssertCloses();
        }

        foreach (var account in before.MiningStakes.Where(Holds).Select(stake => stake.Account).Distinct().Take(4))
        {
            var statement = await Exported.OfHolderAsync(index, ExportKind.Stake, account.Hex);
            statement.AssertCloses();
            Assert.Contains(statement.Entries, row => row["entry"] == "INITIAL");
            (await Exported.OfHolderAsync(index, ExportKind.Rewards, account.Hex)).AssertCloses();
        }

        // Going on does not open a second time.
        var dump = await index.DumpAsync();
        await RunAsync(index, settings);
        Assert.Equal(dump, await index.DumpAsync());
    }

    [Fact]
    public async Task A_state_of_another_chain_is_refused_by_the_key()
    {
        await using var index = await SimulatedIndex.CreateAsync(World.Create(Seed, WorldSize.Miners));
        var chain = index.World.Khala;
        chain.FinalizedLag = 0;
        var height = chain.LastBlock / 2;
        var other = Settings(index, await StateAsync(chain, height, chain.HashAt(height - 1)), height);
        Assert.Contains(
            $"networks.khala.initialState: {other.InitialState!.Path} is a state after block {height} {chain.HashAt(height - 1)}",
            await RefusedAsync(index, other),
            StringComparison.Ordinal
        );
        Assert.Empty(await index.LinesAsync("select id from pool"));
    }

    [Fact]
    public async Task An_index_that_began_without_the_state_does_not_take_it_over()
    {
        await using var index = await SimulatedIndex.CreateAsync(World.Create(Seed, WorldSize.Miners));
        var chain = index.World.Khala;
        chain.FinalizedLag = 0;
        var height = chain.LastBlock / 2;
        var late = Settings(index, await StateAsync(chain, height, chain.HashAt(height)), height) with
        {
            StartBlock = 0,
        };
        await RunAsync(index, late with { InitialState = null });
        Assert.Contains(
            "is configured, but what is indexed did not begin with it",
            await RefusedAsync(index, late),
            StringComparison.Ordinal
        );
    }

    private static NetworkSettings Settings(SimulatedIndex index, InitialStateFile state, long height) =>
        index.Network("khala") with
        {
            LastBlock = null,
            StartBlock = height + 1,
            InitialState = state,
        };

    private static async Task RunAsync(SimulatedIndex index, NetworkSettings settings) =>
        Assert.All(
            await index.RunAsync([settings], untilHead: true, hear: null, TestContext.Current.CancellationToken),
            outcome => Assert.Null(outcome.Reason)
        );

    private static async Task<string> RefusedAsync(SimulatedIndex index, NetworkSettings settings)
    {
        var outcomes = await index.RunAsync([settings], untilHead: true, null, TestContext.Current.CancellationToken);
        Assert.Equal(IngestionState.Stopped, outcomes[0].State);
        return outcomes[0].Reason!;
    }

    private async Task<InitialStateFile> StateAsync(SimulatedParachain chain, long height, string hash)
    {
        var books = chain.BooksAt(height);
        var path = Path.Combine(folder.FullName, $"{height}-{hash[2..10]}.json");
        var time = DateTimeOffset.FromUnixTimeMilliseconds((long)chain.TimeAt(height));
        await File.WriteAllTextAsync(
            path,
            JsonSerializer.Serialize(
                new
                {
                    format = "indexer-initial-state-1",
                    network = chain.Name,
                    block = new
                    {
                        height,
                        hash,
                        time = $"{time:yyyy-MM-ddTHH:mm:ss.fff}Z",
                    },
                    pools = books.MiningPools.Select(pool => new
                    {
                        id = $"{pool.Pid}",
                        version = 1,
                        kind = "STAKE_POOL",
                        owner = pool.Owner.Hex,
                        commission = pool.Commission,
                        capacity = pool.Capacity is { } cap ? $"{cap}" : null,
                        shares = $"{pool.TotalShares}",
                        value = $"{pool.TotalStake}",
                        free = $"{pool.FreeStake}",
                        accumulator = $"{pool.Accumulator}",
                        ownerReward = $"{pool.OwnerReward}",
                        workers = pool.Workers.Select(worker => new
                        {
                            publicKey = worker.PublicKey,
                            stake = $"{worker.Stake}",
                            state = worker.Stake == 0 ? "READY" : "IDLE",
                        }),
                        stakers = books
                            .MiningStakes.Where(stake => stake.Pid == pool.Pid && Holds(stake))
                            .Select(stake => new
                            {
                                account = stake.Account.Hex,
                                shares = $"{stake.Shares}",
                                rewardDebt = $"{stake.Debt}",
                                availableReward = $"{stake.Available}",
                            }),
                        queue = books
                            .MiningStakes.Where(stake => stake.Pid == pool.Pid && stake.QueuedShares > 0)
                            .Select(stake => new { account = stake.Account.Hex, shares = $"{stake.QueuedShares}" }),
                        whitelist = pool.Whitelist?.Select(account => account.Hex),
                    }),
                }
            ),
            TestContext.Current.CancellationToken
        );
        return InitialStateFile.Open(path);
    }

    private static bool Holds(MiningStakeBook stake) => stake.Shares > 0 || stake.Available > 0;

    private static JsonElement.ArrayEnumerator Nodes(JsonElement row, string field) =>
        row.GetProperty(field).GetProperty("nodes").EnumerateArray();

    private static string Hex(JsonElement row) =>
        $"0x{Convert.ToHexStringLower(Addresses.Ss58.Decode(row.GetProperty("address").GetString()!).Account.ToArray())}";
}
