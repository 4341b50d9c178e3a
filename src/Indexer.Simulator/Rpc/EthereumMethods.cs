using System.Text.Json.Nodes;
using Indexer.Simulator.Ethereum;

namespace Indexer.Simulator.Rpc;

/// <summary>The Ethereum node's methods.</summary>
internal sealed class EthereumMethods(SimulatedEvm chain) : IRpcMethods
{
    public JsonNode? Invoke(string method, RpcParams parameters) =>
        method switch
        {
            "eth_chainId" => Hex.Quantity(ChainId),
            "net_version" => ChainId.ToString(),
            "web3_clientVersion" => "Indexer.Simulator/1.0.0",
            "eth_blockNumber" => Hex.Quantity((UInt128)chain.Head),
            "eth_syncing" => false,
            "eth_getBlockByNumber" => BlockByNumber(parameters),
            "eth_getBlockByHash" => chain.Find(parameters.Required(0)) is { } block
                ? EthereumJson.Block(chain, block, parameters.Flag(1))
                : null,
            "eth_getLogs" => new LogQuery(chain, parameters[0] as JsonObject ?? []).Run(),
            "eth_getTransactionByHash" => Transaction(parameters.Required(0), EthereumJson.Transaction),
            "eth_getTransactionReceipt" => Transaction(parameters.Required(0), EthereumJson.Receipt),
            "eth_call" => new ViewCall(chain.BooksAt(Height(parameters[1]))).Run(parameters[0]),
            "eth_getCode" => Code(parameters.Required(0)),
            _ => throw new RpcException(-32601, $"the method {method} does not exist/is not available"),
        };

    public Subscription? Subscribe(string method, RpcParams parameters)
    {
        if (method != "eth_subscribe")
        {
            return null;
        }
        return parameters.Required(0) == "newHeads"
            ? new("eth_subscription", false, change => Heads(change.From, change.To))
            : throw RpcException.InvalidParams($"no \"{parameters.Required(0)}\" subscription in eth namespace");
    }

    private ulong ChainId => chain.Faults.WrongChainId ? 31_337 : chain.Id;

    private IEnumerable<JsonNode?> Heads(long from, long to)
    {
        for (var height = from; height <= Math.Min(to, chain.Head); height++)
        {
            yield return EthereumJson.Block(chain, chain.Blocks[(int)height], false);
        }
    }

    private JsonObject? BlockByNumber(RpcParams parameters)
    {
        var height = BlockTag.Resolve(chain, parameters.Required(0));
        return height > chain.Head ? null : EthereumJson.Block(chain, chain.Blocks[(int)height], parameters.Flag(1));
    }

    private JsonObject? Transaction(
        string hash,
        Func<SimulatedEvm, EthereumBlock, EthereumTransaction, JsonObject> write
    ) =>
        chain.FindTransaction(hash) is { } block
            ? write(chain, block, block.Transactions.First(transaction => Hex.Encode(transaction.Hash) == hash))
            : null;

    private long Height(JsonNode? tag)
    {
        if (tag is JsonObject byHash && byHash["blockHash"]?.GetValue<string>() is { } hash)
        {
            var block = chain.Find(hash) ?? throw new RpcException(-32000, "unknown block");
            return byHash["requireCanonical"]?.GetValue<bool>() != true || chain.IsCanonical(block)
                ? block.Height
                : throw new RpcException(-32000, $"hash {hash} is not currently canonical");
        }
        var height =
            tag is JsonValue value && value.TryGetValue<string>(out var text)
                ? BlockTag.Resolve(chain, text)
                : chain.Head;
        return height <= chain.Head ? height : throw new RpcException(-32000, "header not found");
    }

    private static string Code(string address) =>
        Addresses.Role(new(address.ToLowerInvariant())) != "foreign"
        || address.Equals(Addresses.Foreign.Hex, StringComparison.OrdinalIgnoreCase)
            ? "0x60006000fd"
            : "0x";
}
