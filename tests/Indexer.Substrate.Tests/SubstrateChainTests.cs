using Indexer.Domain;
using Indexer.Substrate.Chain;

namespace Indexer.Substrate.Tests;

public sealed class SubstrateChainTests
{
    private static readonly TestRuntime Old = TestRuntime.Simple(9, 0);
    private static readonly TestRuntime New = TestRuntime.Simple(40, 6);
    private readonly FakeNode node = new(100, (0, 1, Old), (50, 2, New), (73, 3, Old));
    private readonly SubstrateChain chain;

    public SubstrateChainTests() => chain = new SubstrateChain(node, (_, _) => true);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Heads_and_hashes_are_those_of_the_node()
    {
        Assert.Equal(FakeNode.HashBytes(0), Assert.Single(await chain.GetGenesisHashesAsync(Token)).Value);
        var heads = await chain.GetHeadsAsync(Token);
        Assert.Equal(new BlockRef(100, FakeNode.HashBytes(100)), heads.Latest);
        Assert.Equal(new BlockRef(98, FakeNode.HashBytes(98)), heads.Finalized);
        Assert.Equal(new BlockRef(98, FakeNode.HashBytes(98)), await chain.GetFinalizedHeadAsync(Token));
        Assert.Equal(FakeNode.HashBytes(7), await chain.GetBlockHashAsync(7, Token));
        Assert.Null(await chain.GetBlockHashAsync(101, Token));
    }

    [Fact]
    public async Task Blocks_come_in_order_with_time_runtime_and_events_in_the_encoding_of_the_runtime_that_executed_them()
    {
        var blocks = await chain.GetBlocksAsync(0, 100, Token);
        Assert.Equal(101, blocks.Count);
        Assert.Equal(DateTimeOffset.UnixEpoch, blocks[0].Header.Time);
        Assert.Equal(1, blocks[0].Header.SpecVersion);
        Assert.Empty(blocks[0].Events);
        foreach (var (height, block) in blocks.Index().Skip(1))
        {
            Assert.Equal(height, block.Header.Height);
            Assert.Equal(FakeNode.HashBytes(height), block.Header.Hash);
            Assert.Equal(FakeNode.HashBytes(height - 1), block.Header.ParentHash);
            Assert.Equal(1_600_000_000_000 + (height * 12_000), block.Header.Time.ToUnixTimeMilliseconds());
            Assert.Equal(
                height switch
                {
                    < 50 => 1,
                    < 73 => 2,
                    _ => 3,
                },
                block.Header.SpecVersion
            );
            Assert.Equal((ulong)height, Assert.Single(block.Events).Fields.U64("pid"));
        }
    }

    [Fact]
    public async Task A_range_takes_few_batches_and_metadata_comes_once_for_each_runtime()
    {
        await chain.GetBlocksAsync(1, 40, Token);
        Assert.Equal(4, node.Batches);
        Assert.Equal(3, node.Calls["state_getRuntimeVersion"]);
        await chain.GetBlocksAsync(41, 48, Token);
        Assert.Equal(7, node.Batches);
        Assert.Equal(1, node.Calls["state_getMetadata"]);
        Assert.Equal(48, node.Calls["chain_getBlock"]);
    }

    [Fact]
    public async Task One_block_takes_one_runtime_version()
    {
        await chain.GetBlocksAsync(60, 60, Token);
        var before = node.Calls["state_getRuntimeVersion"];
        var block = Assert.Single(await chain.GetBlocksAsync(61, 61, Token));
        Assert.Equal(1, node.Calls["state_getRuntimeVersion"] - before);
        Assert.Equal(2, block.Header.SpecVersion);
    }

    [Fact]
    public async Task After_a_survey_blocks_take_no_runtime_versions()
    {
        var spans = await chain.Runtimes.SurveyAsync(0, 98, Token);
        Assert.Equal([new RuntimeSpan(0, 49, 1), new RuntimeSpan(50, 72, 2), new RuntimeSpan(73, 98, 3)], spans);
        Assert.InRange(node.Calls["state_getRuntimeVersion"], 3, 20);
        var before = node.Calls["state_getRuntimeVersion"];
        var blocks = await chain.GetBlocksAsync(45, 98, Token);
        Assert.Equal(3, node.Calls["state_getRuntimeVersion"] - before);
        Assert.Equal(3, node.Calls["state_getMetadata"]);
        Assert.Equal([1, 2, 3], blocks.Select(block => block.Header.SpecVersion!.Value).Distinct());
    }

    [Fact]
    public async Task Parallel_fetches_share_the_metadata()
    {
        var ranges = Enumerable.Range(0, 20).Select(i => chain.GetBlocksAsync(i * 5, (i * 5) + 4, Token));
        var blocks = (await Task.WhenAll(ranges)).SelectMany(range => range).ToList();
        Assert.Equal(
            Enumerable.Range(0, 100).Select(height => (long)height),
            blocks.Select(block => block.Header.Height)
        );
        Assert.Equal(3, node.Calls["state_getMetadata"]);
    }

    [Fact]
    public async Task A_missing_block_is_named()
    {
        var exception = await Assert.ThrowsAsync<ChainDataException>(() => chain.GetBlocksAsync(99, 101, Token));
        Assert.Equal("The node has no block 101.", exception.Message);
        node.Lie = (method, height, truth) => method == "chain_getBlock" && height == 20 ? null : truth;
        exception = await Assert.ThrowsAsync<ChainDataException>(() => chain.GetBlocksAsync(19, 21, Token));
        Assert.Contains("The node has no block 20 (0x", exception.Message);
    }

    [Theory]
    [InlineData(
        """{"block":{"header":{"number":"0x15","parentHash":"P"},"extrinsics":[]}}""",
        "gave block 21 where block 20 was asked for"
    )]
    [InlineData(
        """{"block":{"header":{"number":"0x14","parentHash":"Z"},"extrinsics":[]}}""",
        "Block 20 has the parent 0x0000"
    )]
    [InlineData(
        """{"block":{"header":{"number":"0x14","parentHash":"P"},"extrinsics":[]}}""",
        "Block 20 has no extrinsic Timestamp.set"
    )]
    [InlineData(
        """{"block":{"header":{"number":"0x14","parentHash":"P"},"extrinsics":["0x0c0403"]}}""",
        "Block 20 (runtime 1) cannot be decoded: reading extrinsic 0"
    )]
    [InlineData(
        """{"block":{"header":{"number":"0x14","parentHash":"P"},"extrinsics":["0x200403070b00"]}}""",
        "extrinsic 0"
    )]
    [InlineData(
        """{"block":{"header":{"number":"0x14","parentHash":"P"},"extrinsics":[7]}}""",
        "not the extrinsics of block 20: 7"
    )]
    [InlineData(
        """{"block":{"header":{"number":"0x14","parentHash":"P"},"extrinsics":7}}""",
        "not the extrinsics of block 20"
    )]
    [InlineData(
        """{"block":{"header":{"number":"twenty","parentHash":"P"},"extrinsics":[]}}""",
        "the number in the header"
    )]
    [InlineData(
        """{"block":{"header":{"number":"0x14","parentHash":"0x12"},"extrinsics":[]}}""",
        "the header of block"
    )]
    [InlineData("""{"block":{}}""", "not block 20")]
    [InlineData("[]", "not block 20")]
    public async Task A_block_that_cannot_be_is_named(string answer, string reason)
    {
        var text = answer.Replace("\"P\"", $"\"{FakeNode.Hash(19)}\"").Replace("\"Z\"", $"\"0x{new string('0', 64)}\"");
        node.Lie = (method, height, truth) =>
            method == "chain_getBlock" && height == 20 ? System.Text.Json.JsonDocument.Parse(text).RootElement : truth;
        var exception = await Assert.ThrowsAsync<ChainDataException>(() => chain.GetBlocksAsync(18, 22, Token));
        Assert.Contains(reason, exception.Message);
    }

    [Theory]
    [InlineData("0x0402", "Block 20 (runtime 1) cannot be decoded: Event 0 of 1: reading the pallet")]
    [InlineData("0x4", "not the events of block 20")]
    [InlineData("04", "not the events of block 20")]
    public async Task Events_that_cannot_be_are_named(string events, string reason)
    {
        node.Lie = (method, height, truth) => method == "state_getStorage" && height == 20 ? events : truth;
        var exception = await Assert.ThrowsAsync<ChainDataException>(() => chain.GetBlocksAsync(20, 20, Token));
        Assert.Contains(reason, exception.Message);
    }

    [Fact]
    public async Task Only_genesis_has_no_events()
    {
        node.Lie = (method, height, truth) => method == "state_getStorage" && height == 20 ? null : truth;

        var exception = await Assert.ThrowsAsync<ChainDataException>(() => chain.GetBlocksAsync(18, 22, Token));

        Assert.StartsWith("The node has no events of block 20, although every block above", exception.Message);
        Assert.Equal(Indexer.JsonRpc.FailureKind.OtherEndpoint, exception.Kind);
        Assert.Empty((await chain.GetBlocksAsync(0, 0, Token))[0].Events);
    }

    [Fact]
    public async Task What_cannot_be_decoded_is_final_only_when_it_was_asked_again()
    {
        var asked = 0;
        node.Lie = (method, height, truth) =>
            method == "state_getStorage" && height == 20 && ++asked < 3 ? "0x0402" : truth;
        using var patient = new SubstrateChain(
            node,
            (_, _) => true,
            questions: new Indexer.JsonRpc.ConsistentQuestions(node, 3, TimeSpan.Zero, TimeProvider.System)
        );
        Assert.Equal(5, (await patient.GetBlocksAsync(18, 22, Token)).Count);

        asked = -100;
        var exception = await Assert.ThrowsAsync<ChainDataException>(() => patient.GetBlocksAsync(18, 22, Token));
        Assert.Equal((Indexer.JsonRpc.FailureKind.Final, -97), (exception.Kind, asked));
    }

    [Fact]
    public async Task A_header_of_another_height_is_refused()
    {
        node.Lie = (method, height, truth) =>
            method == "chain_getBlock"
                ? new
                {
                    block = new
                    {
                        header = new { number = "0x5", parentHash = FakeNode.Hash(4) },
                        extrinsics = Array.Empty<string>(),
                    },
                }
                : truth;
        var exception = await Assert.ThrowsAsync<ChainDataException>(() => chain.GetBlocksAsync(6, 6, Token));
        Assert.Equal("The node gave block 5 where block 6 was asked for.", exception.Message);
    }

    [Fact]
    public async Task A_runtime_that_is_not_the_announced_one_is_refused()
    {
        var exception = await Assert.ThrowsAsync<ChainDataException>(() =>
            chain.Runtimes.GetAsync(7, FakeNode.HashBytes(3), Token)
        );
        Assert.StartsWith("The node gives runtime 1 after block 0x", exception.Message);
    }

    [Fact]
    public async Task Corrupt_metadata_names_its_runtime_and_a_later_good_answer_is_taken()
    {
        node.Lie = (method, _, truth) => method == "state_getMetadata" ? "0x6d6574610c" : truth;
        var exception = await Assert.ThrowsAsync<Metadata.MetadataException>(() => chain.GetBlocksAsync(5, 6, Token));
        Assert.StartsWith("Runtime 1: The runtime metadata has version 12", exception.Message);
        node.Lie = (_, _, truth) => truth;
        Assert.Equal(2, (await chain.GetBlocksAsync(5, 6, Token)).Count);
    }

    [Fact]
    public async Task A_range_the_wrong_way_round_is_refused() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => chain.GetBlocksAsync(6, 5, Token));
}
