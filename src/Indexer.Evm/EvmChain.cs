using System.Text.Json;
using Indexer.Addresses;
using Indexer.Domain;
using Indexer.Evm.Abi;
using Indexer.JsonRpc;

namespace Indexer.Evm;

/// <summary>An EVM chain as its nodes tell it: identity, heads, headers, transactions, code, view calls and logs.</summary>
public sealed class EvmChain
{
    /// <summary>How the code of an account begins that delegates to a contract (EIP-7702).</summary>
    private static readonly byte[] Delegation = [0xef, 0x01, 0x00];

    private readonly IRpcClient rpc;
    private readonly EvmOptions options;
    private readonly ConsistentQuestions questions;
    private readonly EvmHeadReader heads;

    /// <summary>A chain behind a client.</summary>
    /// <param name="rpc">The client; stays the caller's to dispose.</param>
    /// <param name="options">How to read.</param>
    public EvmChain(IRpcClient rpc, EvmOptions options)
    {
        (this.rpc, this.options) = (rpc, options);
        questions = new ConsistentQuestions(
            rpc,
            options.ConsistencyAttempts,
            options.ConsistencyDelay,
            options.TimeProvider
        );
        heads = new EvmHeadReader(rpc, options);
    }

    /// <summary>What is known of the endpoints.</summary>
    public IReadOnlyList<EndpointStatus> Endpoints => rpc.Endpoints;

    /// <summary>The chain id (EIP-155) that each endpoint states, of those that answer.</summary>
    /// <exception cref="RpcUnavailableException">No endpoint answered.</exception>
    public Task<IReadOnlyList<EndpointAnswer<long>>> GetChainIdsAsync(CancellationToken cancellationToken = default) =>
        rpc.AskEachAsync(ReadChainIdAsync, cancellationToken);

    /// <summary>How far the chain has come.</summary>
    /// <remarks>
    /// From the tags <c>latest</c> and <c>finalized</c>, of the endpoint that is ahead. A chain whose nodes have never known the
    /// second (an error or null) gets the block at the configured depth instead.
    /// </remarks>
    /// <exception cref="EvmNodeException">The node has no latest block, or its heads are out of order.</exception>
    public Task<ChainHeads> GetHeadsAsync(CancellationToken cancellationToken = default) =>
        questions.RunAsync(heads.ReadAsync, cancellationToken);

    /// <summary>The headers of blocks, in the order of the heights.</summary>
    /// <exception cref="EvmNodeException">The node lacks one of the blocks.</exception>
    public Task<IReadOnlyList<BlockHeader>> GetHeadersAsync(
        IReadOnlyList<long> heights,
        CancellationToken cancellationToken = default
    ) =>
        questions.AskAsync<IReadOnlyList<BlockHeader>>(
            new RpcNeed(Lowest(heights), Highest(heights)),
            async (node, token) => [.. (await node.HeadersAsync(heights, token)).Select(header => header.Block)],
            cancellationToken
        );

    /// <summary>The hash of a block of the canonical chain; null when the chain is not that long.</summary>
    public Task<byte[]?> FindHashAsync(long height, CancellationToken cancellationToken = default) =>
        questions.AskAsync(
            new RpcNeed(height, height),
            (node, token) => node.FindHashAsync(height, token),
            cancellationToken
        );

    /// <summary>Transactions, in the order of the hashes.</summary>
    /// <param name="transactionHashes">Hashes of mined transactions, 32 bytes each.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="EvmNodeException">The node lacks one of the transactions.</exception>
    public Task<IReadOnlyList<EvmTransaction>> GetTransactionsAsync(
        IReadOnlyList<byte[]> transactionHashes,
        CancellationToken cancellationToken = default
    ) =>
        questions.AskAsync(
            default,
            (node, token) => ReadTransactionsAsync(node, transactionHashes, token),
            cancellationToken
        );

    /// <summary>Whether accounts are contracts: whether they have code after a block.</summary>
    /// <remarks>The code of an account of a person that lends it to one (EIP-7702, 0xef0100 and an address) does not count.</remarks>
    /// <param name="accounts">The accounts, each with the block after which it is looked at; old ones need an archive node.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="EvmNodeException">The node lacks one of the blocks or its state.</exception>
    public Task<IReadOnlyList<bool>> AreContractsAsync(
        IReadOnlyList<(AccountId Account, BlockRef After)> accounts,
        CancellationToken cancellationToken = default
    )
    {
        var heights = accounts.Select(entry => entry.After.Height).ToList();
        return questions.AskAsync(
            new RpcNeed(Lowest(heights), Highest(heights), State: true),
            (node, token) => ReadCodeAsync(node, accounts, token),
            cancellationToken
        );
    }

    /// <summary>Calls a view function of a contract.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="function">What to call.</param>
    /// <param name="arguments">Its arguments, see <see cref="AbiFunction.Encode"/>.</param>
    /// <param name="height">The block after which to call; old ones need an archive node.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The outputs, see <see cref="AbiFunction.Decode"/>.</returns>
    /// <exception cref="RpcErrorException">The call reverted, or the node has no state of that block.</exception>
    /// <exception cref="AbiException">The contract returned something else, nothing for example because it is not there.</exception>
    public async Task<IReadOnlyList<object>> CallAsync(
        AccountId contract,
        AbiFunction function,
        IReadOnlyList<object> arguments,
        long height,
        CancellationToken cancellationToken = default
    )
    {
        var call = new Dictionary<string, string>
        {
            ["to"] = contract.ToString(),
            ["data"] = Hex.Of(function.Encode(arguments)),
        };
        var answer = await rpc.AskAsync(
            new RpcNeed(height, height, State: true),
            (node, token) => node.CallAsync("eth_call", [call, JsonHex.Of(height)], token),
            cancellationToken
        );
        return function.Decode(NodeAnswer.Bytes(answer, "answer to eth_call"));
    }

    /// <summary>Calls view functions in one batch.</summary>
    /// <param name="calls">What to call and after which blocks; old ones need an archive node.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>What each call returned, in the order of the calls; null where the contract reverted.</returns>
    /// <exception cref="EvmNodeException">The node lacks one of the blocks or its state.</exception>
    public Task<IReadOnlyList<byte[]?>> CallAsync(
        IReadOnlyList<EvmCall> calls,
        CancellationToken cancellationToken = default
    )
    {
        var heights = calls.Where(call => call.Height is not null).Select(call => call.Height!.Value).ToList();
        return questions.AskAsync(
            new RpcNeed(Lowest(heights), Highest(heights), State: true),
            (node, token) => ReadCallsAsync(node, calls, token),
            cancellationToken
        );
    }

    /// <summary>A reader of all logs of some contracts.</summary>
    /// <exception cref="ArgumentException">There is no contract.</exception>
    public EvmLogReader ReadLogs(IReadOnlyCollection<AccountId> contracts) => new(rpc, questions, contracts, options);

    private static async Task<long> ReadChainIdAsync(IRpcClient node, CancellationToken cancellationToken) =>
        NodeAnswer.Number(await node.CallAsync("eth_chainId", [], cancellationToken), "chain id");

    private static long? Lowest(IReadOnlyList<long> heights) => heights.Count == 0 ? null : heights.Min();

    private static long? Highest(IReadOnlyList<long> heights) => heights.Count == 0 ? null : heights.Max();

    private static async Task<IReadOnlyList<EvmTransaction>> ReadTransactionsAsync(
        IRpcClient node,
        IReadOnlyList<byte[]> hashes,
        CancellationToken cancellationToken
    )
    {
        var requests = hashes.Select(hash => new RpcRequest("eth_getTransactionByHash", Hex.Of(hash))).ToList();
        var answers = await node.BatchAsync(requests, cancellationToken);
        return [.. answers.Zip(hashes, (answer, hash) => Transaction(answer.Require(), hash))];
    }

    private static async Task<IReadOnlyList<bool>> ReadCodeAsync(
        IRpcClient node,
        IReadOnlyList<(AccountId Account, BlockRef After)> accounts,
        CancellationToken cancellationToken
    )
    {
        var requests = accounts
            .Select(entry => new RpcRequest("eth_getCode", entry.Account.ToString(), After(entry.After.Hash)))
            .ToList();
        var answers = await node.BatchAsync(requests, cancellationToken);
        return [.. answers.Zip(accounts, (answer, entry) => IsContract(answer, entry.Account, entry.After))];
    }

    private static bool IsContract(RpcResult answer, AccountId account, BlockRef after) =>
        answer.Error is { } error
            ? throw new EvmNodeException(
                $"The node did not tell the code of {EvmAddress.Format(account)} after block {after}: {error.NodeMessage}. "
                    + "The state of old blocks needs an archive node.",
                error
            )
            : NodeAnswer.Bytes(answer.Value, "answer to eth_getCode") is { Length: > 0 } code
                && !code.AsSpan().StartsWith(Delegation);

    private static async Task<IReadOnlyList<byte[]?>> ReadCallsAsync(
        IRpcClient node,
        IReadOnlyList<EvmCall> calls,
        CancellationToken cancellationToken
    )
    {
        var requests = calls
            .Select(call => new RpcRequest(
                "eth_call",
                new Dictionary<string, string> { ["to"] = call.Contract.ToString(), ["data"] = Hex.Of(call.Data) },
                After(call.BlockHash)
            ))
            .ToList();
        var answers = await node.BatchAsync(requests, cancellationToken);
        return [.. answers.Zip(calls, Returned)];
    }

    private static byte[]? Returned(RpcResult answer, EvmCall call) =>
        answer.Error is not { } error ? NodeAnswer.Bytes(answer.Value, "answer to eth_call")
        : error.IsContractFailure ? null
        : throw new EvmNodeException(
            $"The node did not call {EvmAddress.Format(call.Contract)} after block {Hex.Of(call.BlockHash)}: {error.NodeMessage}. "
                + "The state of old blocks needs an archive node.",
            error
        );

    /// <summary>The parameter that names the state after a block (EIP-1898).</summary>
    private static Dictionary<string, object> After(byte[] blockHash) =>
        new() { ["blockHash"] = Hex.Of(blockHash), ["requireCanonical"] = true };

    private static EvmTransaction Transaction(JsonElement transaction, byte[] hash)
    {
        var what = $"transaction {Hex.Of(hash)}";
        if (transaction.ValueKind == JsonValueKind.Null)
        {
            throw new EvmNodeException($"The node has no {what}.");
        }

        var creates = !transaction.TryGetProperty("to", out var to) || to.ValueKind == JsonValueKind.Null;
        return new EvmTransaction(
            new AccountId(NodeAnswer.Bytes(transaction, "from", what, AccountId.EvmLength)),
            creates ? null : new AccountId(NodeAnswer.Bytes(transaction, "to", what, AccountId.EvmLength)),
            NodeAnswer.Bytes(transaction, "input", what)
        );
    }
}
