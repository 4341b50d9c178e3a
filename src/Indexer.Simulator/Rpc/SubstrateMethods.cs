using System.Text.Json.Nodes;
using Indexer.Simulator.Parachain;

namespace Indexer.Simulator.Rpc;

/// <summary>The Substrate node's methods.</summary>
internal sealed class SubstrateMethods(SimulatedParachain chain) : IRpcMethods
{
    private static readonly string[] Names =
    [
        "chain_getBlock",
        "chain_getBlockHash",
        "chain_getFinalizedHead",
        "chain_getHead",
        "chain_getHeader",
        "chain_subscribeFinalizedHeads",
        "chain_subscribeNewHeads",
        "chain_unsubscribeFinalizedHeads",
        "chain_unsubscribeNewHeads",
        "rpc_methods",
        "state_getKeysPaged",
        "state_getMetadata",
        "state_getRuntimeVersion",
        "state_getStorage",
        "state_getStorageAt",
        "state_queryStorageAt",
        "system_chain",
        "system_health",
        "system_name",
        "system_properties",
        "system_version",
    ];

    public JsonNode? Invoke(string method, RpcParams parameters) =>
        method switch
        {
            "chain_getBlockHash" => Hashes(parameters[0]),
            "chain_getHeader" => SubstrateJson.Header(chain, At(parameters, 0)),
            "chain_getBlock" => SubstrateJson.Block(chain, At(parameters, 0)),
            "chain_getFinalizedHead" => Hash(chain.Finalized),
            "chain_getHead" => Hash(chain.Head),
            "state_getStorage" or "state_getStorageAt" => SubstrateStorage.Read(
                chain,
                At(parameters, 1),
                parameters.Required(0)
            ),
            "state_getKeysPaged" or "state_getKeysPagedAt" => Keys(parameters),
            "state_queryStorageAt" => Query(parameters),
            "state_getRuntimeVersion" or "chain_getRuntimeVersion" => SubstrateJson.Version(
                At(parameters, 0).StateRuntime
            ),
            "state_getMetadata" => Metadata(At(parameters, 0)),
            "system_chain" => char.ToUpperInvariant(chain.Name[0]) + chain.Name[1..],
            "system_name" => "Indexer.Simulator",
            "system_version" => "1.0.0",
            "system_properties" => new JsonObject
            {
                ["ss58Format"] = 30,
                ["tokenDecimals"] = 12,
                ["tokenSymbol"] = "PHA",
            },
            "system_health" => new JsonObject
            {
                ["peers"] = 1,
                ["isSyncing"] = false,
                ["shouldHavePeers"] = false,
            },
            "rpc_methods" => new JsonObject
            {
                ["version"] = 1,
                ["methods"] = new JsonArray([.. Names.Select(name => JsonValue.Create(name))]),
            },
            _ => throw new RpcException(-32601, "Method not found"),
        };

    public Subscription? Subscribe(string method, RpcParams parameters) =>
        method switch
        {
            "chain_subscribeNewHeads" or "chain_subscribeNewHead" => new(
                "chain_newHead",
                true,
                change => Headers(change.From, change.To)
            ),
            "chain_subscribeFinalizedHeads" => new(
                "chain_finalizedHead",
                true,
                _ => Headers(chain.Finalized, chain.Finalized)
            ),
            _ => null,
        };

    private IEnumerable<JsonNode?> Headers(long from, long to)
    {
        for (var height = from; height <= Math.Min(to, chain.Head); height++)
        {
            yield return SubstrateJson.Header(chain, chain.Blocks[(int)height]);
        }
    }

    private string Hash(long height) => SubstrateJson.Hash(chain, chain.Blocks[(int)height]);

    private JsonNode? Hashes(JsonNode? number) =>
        number switch
        {
            null => Hash(chain.Head),
            JsonArray list => new JsonArray([.. list.Select(Hashes)]),
            JsonValue value when value.TryGetValue<long>(out var height) => HashOrNull(height),
            JsonValue value when value.TryGetValue<string>(out var hex) => HashOrNull(RpcParams.Quantity(hex)),
            _ => throw RpcException.InvalidParams("invalid params: expected a block number"),
        };

    private string? HashOrNull(long height) => height >= 0 && height <= chain.Head ? Hash(height) : null;

    private JsonArray Keys(RpcParams parameters)
    {
        var block = At(parameters, 3);
        var keys = SubstrateStorage.Keys(
            chain,
            block,
            parameters.Text(0) ?? "0x",
            parameters.Number(1, 0),
            parameters.Text(2)
        );
        return new([.. keys.Select(key => JsonValue.Create(key))]);
    }

    private JsonArray Query(RpcParams parameters)
    {
        var block = At(parameters, 1);
        var keys = (parameters[0] as JsonArray ?? []).Select(key => key!.GetValue<string>());
        var changes = keys.Select(key => new JsonArray(key, SubstrateStorage.Read(chain, block, key)));
        return
        [
            new JsonObject { ["block"] = SubstrateJson.Hash(chain, block), ["changes"] = new JsonArray([.. changes]) },
        ];
    }

    private string Metadata(ParachainBlock block) =>
        chain.Faults.CorruptMetadata ? "0x6d6574610e99" : Hex.Encode(block.StateRuntime.Metadata);

    private ParachainBlock At(RpcParams parameters, int index)
    {
        if (parameters.Text(index) is not { } hash)
        {
            return chain.Blocks[(int)chain.Head];
        }
        var genesis = chain.Blocks[0];
        return hash == SubstrateJson.Hash(chain, genesis)
            ? genesis
            : chain.Find(hash)
                ?? throw new RpcException(
                    4003,
                    $"Client error: UnknownBlock: Header was not found in the database: {hash}"
                );
    }
}
