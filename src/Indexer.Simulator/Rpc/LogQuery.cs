using System.Text.Json.Nodes;
using Indexer.Simulator.Ethereum;

namespace Indexer.Simulator.Rpc;

/// <summary>eth_getLogs: block range or block hash, addresses, topics with alternatives, and the limits of a provider.</summary>
internal sealed class LogQuery(SimulatedEvm chain, JsonObject filter)
{
    private readonly HashSet<string>? _addresses = Alternatives(filter["address"]);
    private readonly List<HashSet<string>?> _topics = [.. (filter["topics"] as JsonArray ?? []).Select(Alternatives)];

    public JsonArray Run()
    {
        var found = new JsonArray();
        foreach (var block in Blocks())
        {
            foreach (var log in block.Logs.Where(Matches))
            {
                found.Add((JsonNode)EthereumJson.Log(chain, block, log));
            }
        }
        var limit = chain.Faults.MaxLogResults;
        return limit > 0 && found.Count > limit
            ? throw new RpcException(-32005, $"query returned more than {limit} results")
            : found;
    }

    private static HashSet<string>? Alternatives(JsonNode? node) =>
        node switch
        {
            null => null,
            JsonArray { Count: 0 } => null,
            JsonArray list => [.. list.Select(One)],
            _ => [One(node)],
        };

    private static string One(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text)
            ? text.ToLowerInvariant()
            : throw RpcException.InvalidParams("invalid argument 0: expected a hex string");

    private IEnumerable<EthereumBlock> Blocks()
    {
        if (filter["blockHash"] is { } hash)
        {
            return [chain.Find(One(hash)) ?? throw new RpcException(-32000, "unknown block")];
        }
        var from = Bound("fromBlock");
        var to = Bound("toBlock");
        if (from > to)
        {
            throw RpcException.InvalidParams("invalid block range params");
        }
        if (from > chain.Head)
        {
            throw RpcException.InvalidParams(
                $"BlockOutOfRangeError: block height is {chain.Head} but requested was {from}"
            );
        }
        var range = chain.Faults.MaxLogRange;
        if (range > 0 && to - from + 1 > range)
        {
            throw new RpcException(-32602, $"eth_getLogs is limited to a {range} range");
        }
        return chain.Blocks.Skip((int)from).Take((int)(Math.Min(to, chain.Head) - from + 1));
    }

    private long Bound(string name) => filter[name] is { } bound ? BlockTag.Resolve(chain, One(bound)) : chain.Head;

    private bool Matches(EthereumLog log)
    {
        if (_addresses?.Contains(log.Address.Hex) == false || _topics.Count > log.Topics.Count)
        {
            return false;
        }
        return _topics.Index().All(topic => topic.Item?.Contains(Hex.Encode(log.Topics[topic.Index])) != false);
    }
}
