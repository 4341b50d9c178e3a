namespace Indexer.JsonRpc.Tests;

/// <summary>Errors as nodes and providers word them in public reports.</summary>
public sealed class NodeErrorTests
{
    [Theory]
    // geth, erigon, Nethermind, Besu and OP nodes that lack a block, yet or by now.
    [InlineData(-32000, "header not found")]
    [InlineData(-32000, "block not found: 0x15")]
    [InlineData(-32000, "unknown block")]
    [InlineData(-39001, "Unknown block")]
    [InlineData(-32001, "Block not found")]
    [InlineData(-32000, "One of the blocks specified in filter (fromBlock, toBlock or blockHash) cannot be found")]
    [InlineData(-32602, "block range extends beyond current head block")]
    [InlineData(-32602, "BlockOutOfRangeError: block height is 5 but requested was 9")]
    [InlineData(-32000, "cannot query unfinalized data: block 9 is after last accepted block 5")]
    // EIP-4444 and pruned state.
    [InlineData(4444, "pruned history unavailable")]
    [InlineData(-32000, "missing trie node 1234 (path ) state is not available, not found")]
    [InlineData(-32000, "historical state 0xabc is not available")]
    [InlineData(-32000, "required historical state unavailable (reexec=128)")]
    [InlineData(-32002, "No state available for block 7: state pruned")]
    [InlineData(-32000, "Archive requests require a paid plan")]
    // Substrate.
    [InlineData(4003, "Client error: UnknownBlock: State already discarded for 0xabc")]
    [InlineData(-32603, "Client error: Api called for an unknown Block: Header was not found in the database: 0xabc")]
    [InlineData(-32000, "UnknownBlock: Expect block number from id: BlockId::Number(9)")]
    public void What_this_node_lacks_another_may_have(int code, string message)
    {
        Assert.All(
            ["eth_getLogs", "eth_call", "eth_getBlockByNumber", "state_getStorage"],
            method => Assert.Equal(FailureKind.OtherEndpoint, Sort(method, code, message))
        );
        Assert.False(NodeErrors.IsPassing("eth_getLogs", code, message));
    }

    [Theory]
    [InlineData(-32602, "range 2000 exceeds limit of 500")]
    [InlineData(-32600, "You can make eth_getLogs requests with up to a 10 block range. Upgrade to PAYG")]
    [InlineData(-32000, "block range is larger than max block range, block range = 2000, max block range = 500")]
    [InlineData(-32005, "limit exceeded")]
    [InlineData(-32000, "exceed maximum block range: 500")]
    [InlineData(-32005, "Requested range exceeds maximum RPC range limit")]
    [InlineData(-32603, "query timeout exceeded")]
    [InlineData(-32602, "eth_getLogs is limited to 500 block range")]
    [InlineData(-32047, "Invalid eth_getLogs request. 'fromBlock'-'toBlock' range too large. Max range: 500")]
    [InlineData(-32602, "query exceeds max results 20000, retry with the range 0-1999")]
    [InlineData(-32602, "Log response size exceeded. this block range should work: [0x1, 0x2]")]
    [InlineData(-32005, "query returned more than 10000 results")]
    [InlineData(-32000, "logs matched by query exceeds limit of 10000")]
    [InlineData(-32000, "backend response too large")]
    [InlineData(-32003, "HTTP 413 Request Entity Too Large")]
    [InlineData(-32614, "eth_getLogs is limited to a 10,000 range")]
    [InlineData(-32701, "Please specify an address in your request or, to remove restrictions, order a dedicated node")]
    [InlineData(35, "ranges over 10000 blocks are not supported on freetier")]
    [InlineData(-32000, "context deadline exceeded")]
    public void Too_many_logs_are_asked_in_parts(int code, string message) =>
        Assert.Equal(FailureKind.SmallerRequest, Sort("eth_getLogs", code, message));

    [Theory]
    [InlineData(429, "slow down")]
    [InlineData(-32005, "daily request count exceeded, request rate limited")]
    [InlineData(-32007, "50/second request limit reached")]
    [InlineData(-32000, "Your app has exceeded its compute units per second capacity")]
    [InlineData(-32603, "Internal error")]
    [InlineData(-32603, "internal server error")]
    [InlineData(-32000, "the node is busy, try again")]
    [InlineData(-32000, "temporarily overloaded")]
    [InlineData(-32601, "the method eth_getLogs does not exist/is not available")]
    public void What_a_node_says_of_itself_is_waited_for(int code, string message) =>
        Assert.All(
            ["eth_getLogs", "eth_chainId"],
            method => Assert.Equal(FailureKind.Waiting, Sort(method, code, message))
        );

    [Theory]
    [InlineData(3, "execution reverted: not now")]
    [InlineData(-32000, "execution reverted")]
    [InlineData(-32603, "VM Exception while processing transaction: reverted with custom error")]
    [InlineData(-32015, "VM execution error.")]
    [InlineData(-32000, "invalid opcode: INVALID")]
    [InlineData(-32000, "out of gas")]
    public void What_a_contract_refuses_is_an_answer(int code, string message)
    {
        var error = new RpcErrorException("eth_call", "node", code, message);

        Assert.Equal((FailureKind.Final, true), (error.Kind, error.IsContractFailure));
    }

    [Fact]
    public void What_nobody_knows_another_node_may_answer() =>
        Assert.Equal(FailureKind.OtherEndpoint, Sort("eth_call", -32099, "computer says no"));

    private static FailureKind Sort(string method, int code, string message) =>
        new RpcErrorException(method, "node", code, message).Kind;
}
