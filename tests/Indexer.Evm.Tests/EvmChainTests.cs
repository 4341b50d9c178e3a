using System.Numerics;
using Indexer.Addresses;
using Indexer.Domain;
using Indexer.Evm.Abi;
using Indexer.JsonRpc;

namespace Indexer.Evm.Tests;

public sealed class EvmChainTests
{
    private readonly FakeChain node = new(100);

    [Fact]
    public async Task Heads_come_from_the_tags()
    {
        var heads = await Chain().GetHeadsAsync();

        Assert.Equal((99, 91), (heads.Latest.Height, heads.Finalized.Height));
        Assert.Equal(node.HashOf(91), "0x" + Convert.ToHexStringLower(heads.Finalized.Hash));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_node_without_the_tag_gets_the_block_at_the_depth(bool error)
    {
        node.Bend = (request, _, answer) =>
            request.Parameters is not ["finalized", ..] ? answer
            : error ? throw new RpcErrorException(request.Method, "fake", -32602, "unknown block tag")
            : null;

        var heads = await Chain().GetHeadsAsync();

        Assert.Equal((99, 79), (heads.Latest.Height, heads.Finalized.Height));
    }

    [Fact]
    public async Task A_node_that_knows_the_tag_and_has_no_such_block_has_only_its_genesis_final()
    {
        node.Bend = (request, _, answer) =>
            request.Parameters is ["finalized", ..]
                ? throw new RpcErrorException(request.Method, "fake", -39001, "Unknown block")
                : answer;

        Assert.Equal(0, (await Chain().GetHeadsAsync()).Finalized.Height);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Once_a_tag_was_known_nothing_becomes_final_without_it(bool error)
    {
        var chain = Chain();
        Assert.Equal(91, (await chain.GetHeadsAsync()).Finalized.Height);
        node.Bend = (request, _, answer) =>
            request.Parameters is not ["finalized", ..] ? answer
            : error ? throw new RpcErrorException(request.Method, "fake", -39001, "unknown block")
            : null;
        node.Grow(50);

        var heads = await chain.GetHeadsAsync();

        Assert.Equal((149, 91), (heads.Latest.Height, heads.Finalized.Height));
        node.Bend = (_, _, answer) => answer;
        Assert.Equal(141, (await chain.GetHeadsAsync()).Finalized.Height);
    }

    [Fact]
    public async Task A_chain_shorter_than_the_depth_is_final_at_its_genesis_only()
    {
        var young = new FakeChain(3)
        {
            Bend = (request, _, answer) => request.Parameters is ["finalized", ..] ? null : answer,
        };

        Assert.Equal(0, (await Chain(young).GetHeadsAsync()).Finalized.Height);
    }

    [Fact]
    public async Task A_finalized_block_beyond_the_latest_is_refused()
    {
        node.Bend = (request, _, answer) =>
        {
            if (request.Parameters is ["finalized", ..])
            {
                answer!["number"] = "0x200";
            }

            return answer;
        };

        await Assert.ThrowsAsync<EvmNodeException>(() => Chain().GetHeadsAsync());
    }

    [Fact]
    public async Task Headers_come_in_the_order_that_was_asked()
    {
        var headers = await Chain().GetHeadersAsync([7, 3, 0]);

        Assert.Equal([7, 3, 0], headers.Select(header => header.Height));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_700_000_084), headers[0].Time);
        Assert.Equal(node.HashOf(6), "0x" + Convert.ToHexStringLower(headers[0].ParentHash));
        Assert.Null(headers[0].SpecVersion);
    }

    [Fact]
    public async Task A_missing_block_is_asked_again_and_then_told()
    {
        var error = await Assert.ThrowsAsync<EvmNodeException>(() => Chain().GetHeadersAsync([100]));

        Assert.Equal("The node has no block 100.", error.Message);
        Assert.Equal(3, node.Asked.Count);
    }

    [Theory]
    [InlineData("hash", null, "has no hash")]
    [InlineData("hash", "0x12", "is not 32 bytes in hexadecimal: \"0x12\"")]
    [InlineData("hash", "12", "is not 32 bytes in hexadecimal")]
    [InlineData("number", "0x8", "answered block 8 for block 7")]
    [InlineData("number", "0x", "is not a number")]
    [InlineData("timestamp", "0xg", "is not a number")]
    [InlineData("timestamp", "0xffffffffffffffffff", "is not a number")]
    [InlineData("timestamp", "0xfffffffffffffff", "which is no date")]
    [InlineData("logsBloom", "0x00", "is not 256 bytes")]
    public async Task A_malformed_header_is_told_by_its_member(string member, string? value, string problem)
    {
        node.Bend = (_, _, answer) =>
        {
            answer!.AsObject().Remove(member);
            if (value is not null)
            {
                answer[member] = value;
            }

            return answer;
        };

        Assert.Contains(
            problem,
            (await Assert.ThrowsAsync<EvmNodeException>(() => Chain().GetHeadersAsync([7]))).Message
        );
    }

    [Fact]
    public async Task Transactions_are_read()
    {
        var hash = Enumerable.Range(0, 32).Select(i => (byte)i).ToArray();

        var called = Assert.Single(await Chain().GetTransactionsAsync([hash]));
        Assert.Equal(
            (new AccountId(hash.AsSpan(12)), new AccountId(hash.AsSpan(0, 20)), "cea40a51"),
            (called.Sender, called.To, Convert.ToHexStringLower(called.Input))
        );

        node.Bend = (_, _, answer) =>
        {
            answer!.AsObject()["to"] = null;
            return answer;
        };
        Assert.Null(Assert.Single(await Chain().GetTransactionsAsync([hash])).To);

        node.Bend = (_, _, _) => null;
        var error = await Assert.ThrowsAsync<EvmNodeException>(() => Chain().GetTransactionsAsync([hash]));
        Assert.Contains("no transaction 0x000102", error.Message);
    }

    [Theory]
    [InlineData("0x", false)]
    [InlineData("0x60806040", true)]
    [InlineData("0xef0100aabbccddeeff00112233445566778899aabbccddee", false)]
    [InlineData("0xef0001aa", true)]
    public async Task An_account_with_code_of_its_own_is_a_contract(string code, bool isContract)
    {
        node.Bend = (_, _, _) => code;
        var asked = (new AccountId(new byte[20]), new BlockRef(7, new byte[32]));

        Assert.Equal([isContract], await Chain().AreContractsAsync([asked]));
    }

    [Fact]
    public async Task View_functions_are_called_at_a_height()
    {
        var balanceOf = AbiFunction.Parse("balanceOf(address owner) view returns (uint256)");

        var values = await Chain()
            .CallAsync(EvmAddress.Parse(FakeChain.Contract), balanceOf, [new AccountId(new byte[20])], 50);

        Assert.Equal((BigInteger)42, Assert.Single(values));
        var call = Assert.Single(node.Asked);
        Assert.Equal("0x32", call.Parameters[1]);
        Assert.Equal("0x70a08231" + new string('0', 64), ((Dictionary<string, string>)call.Parameters[0]!)["data"]);
    }

    [Theory]
    [InlineData(3, "execution reverted: not now")]
    [InlineData(-32000, "execution reverted")]
    [InlineData(-32603, "VM Exception while processing transaction: reverted with custom error")]
    [InlineData(-32015, "VM execution error.")]
    [InlineData(-32000, "invalid opcode: INVALID")]
    public async Task A_batch_of_calls_names_its_blocks_by_hash_and_tells_reverts_from_answers(int code, string message)
    {
        node.Bend = (request, times, answer) =>
            times == 2 ? throw new RpcErrorException(request.Method, "fake", code, message) : answer;
        byte[] hash = [.. Enumerable.Repeat((byte)7, 32)];
        var call = new EvmCall(EvmAddress.Parse(FakeChain.Contract), [1, 2, 3, 4], hash);

        var answers = await Chain().CallAsync([call, call, call]);

        Assert.Equal([42, null, 42], answers.Select(bytes => bytes?[^1]));
        var block = Assert.IsType<Dictionary<string, object>>(node.Asked[0].Parameters[1]);
        Assert.Equal(
            ("0x" + string.Concat(Enumerable.Repeat("07", 32)), true),
            (block["blockHash"], block["requireCanonical"])
        );
    }

    [Theory]
    [InlineData("missing trie node")]
    [InlineData("header not found")]
    [InlineData("unknown block")]
    public async Task A_node_without_the_state_is_asked_again_and_then_named(string message)
    {
        node.Bend = (request, _, _) => throw new RpcErrorException(request.Method, "fake", -32000, message);
        var call = new EvmCall(EvmAddress.Parse(FakeChain.Contract), [1, 2, 3, 4], new byte[32]);

        var error = await Assert.ThrowsAsync<EvmNodeException>(() => Chain().CallAsync([call]));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains("archive node", error.Message, StringComparison.Ordinal);
        Assert.True(node.Asked.Count > 1);
    }

    private EvmChain Chain(FakeChain? other = null) => Chains.Of(other ?? node);
}
