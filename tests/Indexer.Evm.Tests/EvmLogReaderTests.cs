using System.Text.Json.Nodes;
using Indexer.Addresses;
using Indexer.JsonRpc;

namespace Indexer.Evm.Tests;

public sealed class EvmLogReaderTests
{
    private readonly FakeChain node = new(1000);

    public EvmLogReaderTests()
    {
        node.AddLogs(10, 2);
        node.AddLogs(40, 1);
        node.AddLogs(49, 3);
        node.AddLogs(60, 1);
    }

    [Fact]
    public async Task A_range_holds_the_blocks_with_logs_and_its_last_header()
    {
        var range = await Reader().ReadAsync(0, 45, allHeaders: false);

        Assert.Equal((0, 45, 45), (range.From, range.To, range.Last.Height));
        Assert.Equal([10, 40], range.Blocks.Select(block => block.Header.Height));
        Assert.Equal([0, 1], range.Blocks[0].Logs.Select(log => log.LogIndex));
        Assert.Equal(EvmAddress.Parse(FakeChain.Contract), range.Blocks[0].Logs[0].Address);
    }

    [Fact]
    public async Task All_contracts_are_asked_in_one_filter_with_the_last_header()
    {
        await Reader().ReadAsync(0, 9, allHeaders: false);

        Assert.Equal(["eth_getLogs", "eth_getBlockByNumber"], node.Asked.Select(asked => asked.Method));
        var query = Assert.IsType<Dictionary<string, object>>(node.Asked[0].Parameters[0]);
        Assert.Equal(new[] { FakeChain.Contract }, query["address"]);
        Assert.Equal(("0x0", "0x9"), (query["fromBlock"], query["toBlock"]));
    }

    [Fact]
    public async Task A_range_ends_where_the_provider_takes_no_more()
    {
        var reader = Reader();
        var range = await reader.ReadAsync(0, 999, allHeaders: false);
        var next = await reader.ReadAsync(range.To + 1, 999, allHeaders: false);

        Assert.Equal((0, 49), (range.From, range.To));
        Assert.Equal((50, 101), (next.From, next.To));
    }

    [Fact]
    public async Task With_all_headers_every_block_is_there()
    {
        var range = await Reader().ReadAsync(5, 14, allHeaders: true);

        Assert.Equal(Enumerable.Range(5, 10).Select(n => (long)n), range.Blocks.Select(block => block.Header.Height));
        Assert.Equal(2, range.Blocks.Sum(block => block.Logs.Count));
    }

    [Fact]
    public async Task A_refused_range_is_asked_smaller_as_the_provider_says()
    {
        node.Bend = (request, _, answer) =>
            Blocks(request) > 7 ? throw Error("eth_getLogs is limited to a 7 block range") : answer;
        var reader = Reader();

        Assert.Equal(6, (await reader.ReadAsync(0, 45, allHeaders: false)).To);
        Assert.Equal(13, (await reader.ReadAsync(7, 45, allHeaders: false)).To);
        Assert.Equal(3, node.Asked.Count(asked => asked is { Method: "eth_getLogs" } && Blocks(asked) > 1));
    }

    [Fact]
    public async Task Refusals_without_a_hint_halve_the_range_until_it_is_taken()
    {
        node.Bend = (request, _, answer) =>
            Blocks(request) > 10 ? throw Error("query returned more than 5 results") : answer;

        Assert.Equal(5, (await Reader().ReadAsync(0, 999, allHeaders: false)).To);
    }

    [Fact]
    public async Task A_single_block_that_is_refused_is_the_end()
    {
        node.Bend = (request, _, answer) =>
            request.Method == "eth_getLogs" ? throw Error("query returned more than 5 results") : answer;

        var error = await Assert.ThrowsAsync<RpcErrorException>(() => Reader().ReadAsync(0, 999, allHeaders: false));

        Assert.Contains("query returned more than 5 results", error.Message);
        Assert.Equal(1, Blocks(node.Asked.Last(asked => asked.Method == "eth_getLogs")));
    }

    [Fact]
    public async Task A_node_without_the_method_is_told_at_once()
    {
        node.Bend = (request, _, answer) =>
            request.Method == "eth_getLogs" ? throw Error("no such method", -32601) : answer;

        await Assert.ThrowsAsync<RpcErrorException>(() => Reader().ReadAsync(0, 999, allHeaders: false));
        Assert.Single(node.Asked, asked => asked.Method == "eth_getLogs");
    }

    [Fact]
    public async Task The_whole_chain_is_read_once_through_any_limits()
    {
        var random = new Random(7);
        node.Bend = (request, _, answer) => Blocks(request) > random.Next(1, 60) ? throw Error("too much") : answer;
        var reader = Reader();
        var seen = new List<long>();
        for (long from = 0; from <= node.Head; )
        {
            var range = await reader.ReadAsync(from, node.Head, allHeaders: false);
            seen.AddRange(range.Blocks.SelectMany(block => block.Logs).Select(log => log.BlockNumber));
            Assert.InRange(range.To, from, node.Head);
            from = range.To + 1;
        }

        Assert.Equal([10, 10, 40, 49, 49, 49, 60], seen);
    }

    [Fact]
    public async Task A_node_that_lags_behind_is_asked_again()
    {
        node.Bend = (request, times, answer) => request.Method == "eth_getBlockByNumber" && times == 1 ? null : answer;

        Assert.Equal(45, (await Reader().ReadAsync(0, 45, allHeaders: false)).To);
        Assert.Equal(2, node.Asked.Count(asked => asked.Method == "eth_getLogs"));
    }

    public static TheoryData<string, string> Lies =>
        new()
        {
            { """{"blockNumber":"0x100"}""", "which was not asked for" },
            { """{"address":"0x0000000000000000000000000000000000000001"}""", "which was not asked for" },
            { """{"blockHash":null}""", "not part of a block" },
            { """{"removed":true}""", "removed by a reorganisation" },
            {
                """{"blockHash":"0x1111111111111111111111111111111111111111111111111111111111111111"}""",
                "but the block is #10"
            },
            { """{"logIndex":"0x1"}""", "twice" },
            { """{"logIndex":"0xffffffffff"}""", "which no block reaches" },
            { """{"data":"0x123"}""", "log.data is not bytes" },
            { """{"data":7}""", "log.data is not bytes in hexadecimal" },
            { """{"topics":"0x"}""", "not a list of at most 4 topics" },
            { """{"transactionHash":"0x12"}""", "log.transactionHash is not 32 bytes" },
        };

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task A_log_that_cannot_be_is_refused(string change, string problem)
    {
        node.Bend = (request, _, answer) =>
        {
            if (request.Method == "eth_getLogs")
            {
                foreach (var (member, value) in JsonNode.Parse(change)!.AsObject())
                {
                    answer![0]![member] = value?.DeepClone();
                }
            }

            return answer;
        };

        var error = await Assert.ThrowsAsync<EvmNodeException>(() => Reader().ReadAsync(0, 45, allHeaders: false));

        Assert.Contains(problem, error.Message);
        Assert.Equal(3, node.Asked.Count(asked => asked.Method == "eth_getLogs"));
    }

    [Fact]
    public async Task Headers_that_form_no_chain_are_refused()
    {
        node.Bend = (request, _, answer) =>
        {
            if (request.Parameters is ["0x7", ..])
            {
                answer!["parentHash"] = node.HashOf(3);
            }

            return answer;
        };

        var error = await Assert.ThrowsAsync<EvmNodeException>(() => Reader().ReadAsync(5, 14, allHeaders: true));

        Assert.Contains("does not follow its block #6", error.Message);
    }

    [Fact]
    public async Task A_fork_between_two_questions_is_noticed_and_read_again()
    {
        node.Bend = (request, times, answer) =>
        {
            if (request.Method == "eth_getLogs" && times == 1)
            {
                node.Reorg(970);
            }

            return answer;
        };

        var range = await Reader().ReadAsync(0, 45, allHeaders: false);

        Assert.Equal(node.HashOf(40), "0x" + Convert.ToHexStringLower(range.Blocks[1].Logs[0].BlockHash));
        Assert.Equal(node.HashOf(40), "0x" + Convert.ToHexStringLower(range.Blocks[1].Header.Hash));
    }

    [Fact]
    public async Task Logs_that_the_bloom_filter_promises_are_asked_by_block_hash()
    {
        node.Bend = (request, times, answer) =>
            request.Method == "eth_getLogs" && times == 1 ? new JsonArray() : answer;

        var range = await Reader().ReadAsync(45, 49, allHeaders: false);

        Assert.Equal(3, Assert.Single(range.Blocks).Logs.Count);
        Assert.Equal(node.HashOf(49), ((Dictionary<string, object>)node.Asked[2].Parameters[0]!)["blockHash"]);
    }

    [Fact]
    public async Task A_bloom_filter_that_says_yes_by_accident_is_believed_no_further()
    {
        node.Bend = (request, _, answer) => request.Method == "eth_getLogs" ? new JsonArray() : answer;

        Assert.Empty((await Reader().ReadAsync(45, 49, allHeaders: false)).Blocks);
        Assert.Equal(2, node.Asked.Count(asked => asked.Method == "eth_getLogs"));
    }

    [Fact]
    public async Task Logs_that_the_bloom_filter_does_not_know_are_refused()
    {
        node.Bend = (request, _, answer) =>
        {
            if (request.Parameters is ["0x31", ..])
            {
                answer!["logsBloom"] = "0x" + new string('0', 512);
            }

            return answer;
        };

        var error = await Assert.ThrowsAsync<EvmNodeException>(() => Reader().ReadAsync(45, 49, allHeaders: true));

        Assert.Contains("which the Bloom filter of its block does not know", error.Message);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_one_endpoint_has_no_logs_although_it_may_others_are_asked(bool others)
    {
        var right = new FakeChain(1000);
        right.AddLogs(49, others ? 3 : 0);
        node.Bend = (request, _, answer) => request.Method == "eth_getLogs" ? new JsonArray() : answer;
        var told = new Told();
        var chain = new EvmChain(new TwoEndpoints(node, right), new EvmOptions { Disagreements = told });

        var range = await chain.ReadLogs(Chains.Contracts).ReadAsync(45, 49, allHeaders: true);

        Assert.Equal(others ? 3 : 0, range.Blocks[^1].Logs.Count);
        Assert.Equal(
            others
                ?
                [
                    new EndpointDisagreement(
                        49,
                        "eth_getLogs",
                        "second",
                        "3 logs that the block's Bloom filter knows",
                        "first",
                        "no logs"
                    ),
                ]
                : [],
            told.All
        );
    }

    [Fact]
    public async Task Each_endpoint_has_a_range_of_its_own()
    {
        var wide = new FakeChain(1000);
        node.Bend = (request, _, answer) =>
            Blocks(request) > 7 ? throw Error("eth_getLogs is limited to a 7 block range") : answer;
        var two = new TwoEndpoints(node, wide);
        var reader = Chains.Of(two).ReadLogs(Chains.Contracts);

        Assert.Equal(6, (await reader.ReadAsync(0, 45, allHeaders: false)).To);
        two.Preferred = 1;
        Assert.Equal(45, (await reader.ReadAsync(0, 45, allHeaders: false)).To);
        two.Preferred = 0;
        Assert.Equal(6, (await reader.ReadAsync(0, 45, allHeaders: false)).To);
    }

    [Fact]
    public async Task An_impossible_range_is_the_callers_mistake()
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Reader().ReadAsync(5, 4, allHeaders: false));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Reader().ReadAsync(-1, 4, allHeaders: false));
        Assert.Throws<ArgumentException>(() => Chains.Of(node).ReadLogs([]));
    }

    private sealed class Told : IProgress<EndpointDisagreement>
    {
        public List<EndpointDisagreement> All { get; } = [];

        public void Report(EndpointDisagreement value) => All.Add(value);
    }

    private EvmLogReader Reader() => Chains.Of(node).ReadLogs(Chains.Contracts);

    private static RpcErrorException Error(string message, int code = -32005) =>
        new("eth_getLogs", "fake", code, message);

    private static long Blocks(RpcRequest request) =>
        request.Parameters is [Dictionary<string, object> query] && query.TryGetValue("fromBlock", out var from)
            ? Convert.ToInt64((string)query["toBlock"], 16) - Convert.ToInt64((string)from, 16) + 1
            : 0;
}
