using System.Text.Json;
using Indexer.Addresses;
using Indexer.Domain;
using Indexer.Evm.Abi;
using Indexer.JsonRpc;

namespace Indexer.Evm;

/// <summary>An EVM chain as its nodes tell it: identity, heads, headers, senders, view calls and logs.</summary>
public sealed class EvmChain
{
    private const int RevertCode = 3;
    private static readonly string[] ContractFailures =
    [
        "revert",
        "invalid opcode",
        "VM execution error",
        "out of gas",
    ];
    private readonly EvmNode node;
    private readonly EvmOptions options;

    /// <summary>A chain behind a client.</summary>
    /// <param name="rpc">The client; stays the caller's to dispose.</param>
    /// <param name="options">How to read.</param>
    public EvmChain(IRpcClient rpc, EvmOptions options)
    {
        this.options = options;
        node = new EvmNode(rpc, options);
    }

    /// <summary>The chain id (EIP-155).</summary>
    /// <exception cref="RpcUnavailableException">No endpoint answered.</exception>
    public async Task<long> GetChainIdAsync(CancellationToken cancellationToken = default) =>
        JsonHex.Number(await node.CallAsync("eth_chainId", [], cancellationToken), "chain id");

    /// <summary>How far the chain has come.</summary>
    /// <remarks>
    /// From the tags <c>latest</c>, <c>safe</c> and <c>finalized</c>. A node without a tag (an error or null) gets the block at the
    /// configured depth instead.
    /// </remarks>
    /// <exception cref="EvmNodeException">The node has no latest block, or its heads are out of order.</exception>
    public Task<EvmHeads> GetHeadsAsync(CancellationToken cancellationToken = default) =>
        node.AskAsync(ReadHeadsAsync, cancellationToken);

    /// <summary>The headers of blocks, in the order of the heights.</summary>
    /// <exception cref="EvmNodeException">The node lacks one of the blocks.</exception>
    public Task<IReadOnlyList<BlockHeader>> GetHeadersAsync(
        IReadOnlyList<long> heights,
        CancellationToken cancellationToken = default
    ) =>
        node.AskAsync<IReadOnlyList<BlockHeader>>(
            async token => [.. (await node.HeadersAsync(heights, token)).Select(header => header.Block)],
            cancellationToken
        );

    /// <summary>The hash of a block of the canonical chain; null when the chain is not that long.</summary>
    public async Task<byte[]?> FindHashAsync(long height, CancellationToken cancellationToken = default)
    {
        var answer = await node.CallAsync(
            "eth_getBlockByNumber",
            [LogFilterQuery.Quantity(height), false],
            cancellationToken
        );
        return answer.ValueKind == JsonValueKind.Null ? null : EvmHeader.Read(answer, height).Block.Hash;
    }

    /// <summary>The accounts that sent transactions (<c>tx.from</c>), in the order of the hashes.</summary>
    /// <param name="transactionHashes">Hashes of mined transactions, 32 bytes each.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="EvmNodeException">The node lacks one of the transactions.</exception>
    public Task<IReadOnlyList<AccountId>> GetTransactionSendersAsync(
        IReadOnlyList<byte[]> transactionHashes,
        CancellationToken cancellationToken = default
    ) => node.AskAsync(token => ReadSendersAsync(transactionHashes, token), cancellationToken);

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
            ["data"] = LogFilterQuery.Hex(function.Encode(arguments)),
        };
        var answer = await node.CallAsync("eth_call", [call, LogFilterQuery.Quantity(height)], cancellationToken);
        return function.Decode(JsonHex.Bytes(answer, "answer to eth_call"));
    }

    /// <summary>Calls view functions in one batch.</summary>
    /// <param name="calls">What to call and after which blocks; old ones need an archive node.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>What each call returned, in the order of the calls; null where the contract reverted.</returns>
    /// <exception cref="EvmNodeException">The node lacks one of the blocks or its state.</exception>
    public Task<IReadOnlyList<byte[]?>> CallAsync(
        IReadOnlyList<EvmCall> calls,
        CancellationToken cancellationToken = default
    ) => node.AskAsync(token => ReadCallsAsync(calls, token), cancellationToken);

    /// <summary>A reader of the logs of some contracts.</summary>
    public EvmLogReader ReadLogs(EvmLogFilter filter) => new(node, filter, options);

    private async Task<EvmHeads> ReadHeadsAsync(CancellationToken cancellationToken)
    {
        string[] tags = ["latest", "safe", "finalized"];
        var answers = await node.BatchAsync([.. tags.Select(EvmNode.HeaderRequest)], cancellationToken);
        var latest = EvmHeader.Read(answers[0].Require(), height: null).Block.Ref;
        var safe = await OrAtDepthAsync(answers[1], latest, options.SafeDepth, cancellationToken);
        var finalized = await OrAtDepthAsync(answers[2], latest, options.FinalizedDepth, cancellationToken);
        if (finalized.Height > latest.Height)
        {
            throw new EvmNodeException(
                $"The node's finalized block {finalized.Height} is newer than its latest block {latest.Height}."
            );
        }

        // With one tag known and the other not, the depth of the unknown one may cross it.
        return new EvmHeads(latest, safe.Height < finalized.Height ? finalized : safe, finalized);
    }

    private async Task<BlockRef> OrAtDepthAsync(
        RpcResult tagged,
        BlockRef latest,
        long depth,
        CancellationToken cancellationToken
    )
    {
        if (tagged.Error is null && tagged.Value.ValueKind != JsonValueKind.Null)
        {
            return EvmHeader.Read(tagged.Value, height: null).Block.Ref;
        }

        var headers = await node.HeadersAsync([Math.Max(0, latest.Height - depth)], cancellationToken);
        return headers[0].Block.Ref;
    }

    private async Task<IReadOnlyList<AccountId>> ReadSendersAsync(
        IReadOnlyList<byte[]> hashes,
        CancellationToken cancellationToken
    )
    {
        var requests = hashes
            .Select(hash => new RpcRequest("eth_getTransactionByHash", LogFilterQuery.Hex(hash)))
            .ToList();
        var answers = await node.BatchAsync(requests, cancellationToken);
        return [.. answers.Zip(hashes, (answer, hash) => Sender(answer.Require(), hash))];
    }

    private async Task<IReadOnlyList<byte[]?>> ReadCallsAsync(
        IReadOnlyList<EvmCall> calls,
        CancellationToken cancellationToken
    )
    {
        var requests = calls
            .Select(call => new RpcRequest(
                "eth_call",
                new Dictionary<string, string>
                {
                    ["to"] = call.Contract.ToString(),
                    ["data"] = LogFilterQuery.Hex(call.Data),
                },
                new Dictionary<string, object>
                {
                    ["blockHash"] = LogFilterQuery.Hex(call.BlockHash),
                    ["requireCanonical"] = true,
                }
            ))
            .ToList();
        var answers = await node.BatchAsync(requests, cancellationToken);
        return [.. answers.Zip(calls, Returned)];
    }

    private static byte[]? Returned(RpcResult answer, EvmCall call) =>
        answer.Error is not { } error ? JsonHex.Bytes(answer.Value, "answer to eth_call")
        : IsRevert(error) ? null
        : throw new EvmNodeException(
            $"The node did not call {EvmAddress.Format(call.Contract)} after block {LogFilterQuery.Hex(call.BlockHash)}: {error.NodeMessage}. "
                + "The state of old blocks needs an archive node.",
            error
        );

    /// <summary>Whether the contract refused rather than the node; nodes agree on the code 3 only where they give the reason with it.</summary>
    private static bool IsRevert(RpcErrorException error) =>
        error.Code == RevertCode
        || ContractFailures.Any(text => error.NodeMessage.Contains(text, StringComparison.OrdinalIgnoreCase));

    private static AccountId Sender(JsonElement transaction, byte[] hash)
    {
        var what = $"transaction {LogFilterQuery.Hex(hash)}";
        return transaction.ValueKind == JsonValueKind.Null
            ? throw new EvmNodeException($"The node has no {what}.")
            : new AccountId(JsonHex.Bytes(transaction, "from", what, AccountId.EvmLength));
    }
}
