using Indexer.Domain;
using Indexer.EndToEnd.Tests.Kit;
using Indexer.Ingestion;
using Indexer.Simulator;

namespace Indexer.EndToEnd.Tests;

/// <summary>Endpoints that are wrong, broken or difficult.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task Another_chain_stops_its_network_with_the_hashes_and_nothing_is_written()
    {
        await using var index = await SimulatedIndex.IndexedAsync(World.Create(31, WorldSize.Small));
        var before = await index.DumpAsync();
        index.World.Khala.Faults.WrongGenesis = true;
        index.World.Ethereum.Faults.WrongChainId = true;
        var outcomes = await index.RunAsync();
        AssertStopped(outcomes, "khala", "genesis");
        AssertStopped(outcomes, "ethereum", "chain id");
        Assert.Equal(IngestionState.Finished, Of(outcomes, "phala").State);
        Assert.Equal(before, await index.DumpAsync());
    }

    [Fact]
    public async Task A_last_block_that_moves_after_the_end_was_closed_stops_its_network()
    {
        await using var index = await SimulatedIndex.IndexedAsync(World.Create(35, WorldSize.Small));
        var before = await index.DumpAsync();
        foreach (var last in new long?[] { index.World.Khala.LastBlock - 1, null })
        {
            AssertStopped(
                await RunAsync(index, index.Network("khala") with { LastBlock = last }),
                "khala",
                "lastBlock"
            );
            Assert.Equal(before, await index.DumpAsync());
        }

        await RunAsync(index, index.Network("khala"));
        Assert.Equal(before, await index.DumpAsync());
    }

    [Fact]
    public async Task Another_chain_leaves_no_trace_in_an_empty_database()
    {
        await using var index = await SimulatedIndex.CreateAsync(World.Create(31, WorldSize.Small));
        var before = await index.DumpAsync();
        index.World.Khala.Faults.WrongGenesis = true;
        AssertStopped(await RunAsync(index, index.Network("khala")), "khala", "genesis");
        await AssertOnlyStatusAsync(index, before, "genesis");
    }

    [Fact]
    public async Task An_unreachable_endpoint_stops_its_network_and_is_named()
    {
        await using var index = await SimulatedIndex.CreateAsync(World.Create(32, WorldSize.Small));
        var before = await index.DumpAsync();
        var nobody = index.Network("phala") with { Endpoints = [new Uri($"http://127.0.0.1:{Ports.Free()}")] };
        AssertStopped(await RunAsync(index, nobody), "phala", nobody.Endpoints[0].Name);
        await AssertOnlyStatusAsync(index, before, nobody.Endpoints[0].Name);
    }

    /// <summary>That a network stopped, and why, is all that was written since.</summary>
    private static async Task AssertOnlyStatusAsync(SimulatedIndex index, IReadOnlyList<string> before, string reason)
    {
        var written = Assert.Single((await index.DumpAsync()).Except(before, StringComparer.Ordinal));
        Assert.StartsWith("ingestion_status ", written, StringComparison.Ordinal);
        Assert.Contains(reason, written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Corrupt_metadata_stops_its_network_and_no_block_is_written()
    {
        await using var index = await SimulatedIndex.CreateAsync(World.Create(33, WorldSize.Small));
        var before = await index.DumpAsync();
        index.World.Khala.Faults.CorruptMetadata = true;
        AssertStopped(await RunAsync(index, index.Network("khala")), "khala", "metadata");
        Assert.All(
            (await index.DumpAsync()).Except(before, StringComparer.Ordinal),
            row => Assert.True(IsAboutTheNetworkItself(row), row)
        );
    }

    [Theory]
    [InlineData("khala")]
    [InlineData("phala")]
    [InlineData("ethereum")]
    public async Task A_truncated_event_stops_its_network_before_the_segment_and_heals_without_a_trace(string chain)
    {
        await using var whole = await SimulatedIndex.IndexedAsync(World.Create(34, WorldSize.Small));
        await using var broken = await SimulatedIndex.CreateAsync(whole.World);
        var faults = whole.World.Networks.Single(network => network.Name == chain).Faults;
        var block = long.Parse(
            Assert.Single(
                await whole.LinesAsync(
                    // A block of which the clock alone makes something has no event to cut.
                    "select min(height)::text from stake_event where network = $1 and height >= 100",
                    chain
                )
            )
        );
        faults.TruncatedBlock = block;
        var outcomes = await broken.RunAsync();
        AssertStopped(outcomes, chain, block.ToString());
        Assert.All(
            outcomes,
            outcome => Assert.Equal(outcome.Network == chain, outcome.State == IngestionState.Stopped)
        );
        var last = Of(outcomes, chain).Cursor!.Height;
        Assert.InRange(last, block - broken.Network(chain).SegmentBlocks, block - 1);
        Assert.Empty(
            await broken.LinesAsync(
                """
                select network from stake_event where network = $1 and height > $2
                union all select network from reward where network = $1 and height > $2
                union all select network from block where network = $1 and height > $2
                union all select network from position where network = $1 and greatest(from_height, to_height) > $2
                union all select network from pool_state where network = $1 and greatest(from_height, to_height) > $2
                """,
                chain,
                last
            )
        );
        faults.TruncatedBlock = null;
        Assert.All(await broken.RunAsync(), outcome => Assert.Null(outcome.Reason));
        Assert.Equal(await whole.DumpAsync(), await broken.DumpAsync());
    }

    [Fact]
    public async Task Errors_of_a_node_and_small_ranges_of_logs_change_nothing()
    {
        await using var easy = await SimulatedIndex.IndexedAsync(World.Create(35, WorldSize.Small));
        await using var difficult = await SimulatedIndex.CreateAsync(easy.World);
        foreach (var network in easy.World.Networks)
        {
            network.Faults.ErrorEvery = 7;
        }

        easy.World.Ethereum.Faults.MaxLogRange = 7;
        easy.World.Ethereum.Faults.MaxLogResults = 30;
        Assert.All(await difficult.RunAsync(), outcome => Assert.Null(outcome.Reason));
        Assert.Equal(await easy.DumpAsync(), await difficult.DumpAsync());
    }

    [Fact]
    public async Task A_node_without_finality_tags_is_indexed_to_a_safe_distance_from_its_head()
    {
        await using var index = await SimulatedIndex.CreateAsync(World.Create(36, WorldSize.Small));
        index.World.Ethereum.Faults.NoFinalityTags = true;
        var outcome = Assert.Single(await RunAsync(index, index.Network("ethereum")));
        Assert.Null(outcome.Reason);
        Assert.Equal(index.World.Ethereum.LastBlock - 96, outcome.Cursor!.Height);
    }

    private static Task<IReadOnlyList<IngestionProgress>> RunAsync(SimulatedIndex index, NetworkSettings network) =>
        index.RunAsync([network], untilHead: true, hear: null, CancellationToken.None);

    private static IngestionProgress Of(IReadOnlyList<IngestionProgress> outcomes, string network) =>
        outcomes.Single(outcome => outcome.Network == network);

    private static void AssertStopped(IReadOnlyList<IngestionProgress> outcomes, string network, string named)
    {
        var outcome = Of(outcomes, network);
        Assert.Equal(IngestionState.Stopped, outcome.State);
        Assert.Contains(named, outcome.Reason, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\n', outcome.Reason!);
    }

    private static bool IsAboutTheNetworkItself(string row) =>
        row.StartsWith("network ", StringComparison.Ordinal)
        || row.StartsWith("ingestion_status ", StringComparison.Ordinal);
}
