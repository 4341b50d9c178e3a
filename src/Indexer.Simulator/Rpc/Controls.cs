using System.Text.Json.Nodes;

namespace Indexer.Simulator.Rpc;

/// <summary>The sim_* methods that steer a network from outside the process.</summary>
internal static class Controls
{
    public static JsonNode? Invoke(RpcEndpoint endpoint, string method, RpcParams parameters)
    {
        var network = endpoint.Network;
        try
        {
            switch (method)
            {
                case "sim_stats":
                    return Stats(endpoint);
                case "sim_setHead":
                    network.Head = parameters.Number(0, (int)network.Head);
                    return network.Head;
                case "sim_advance":
                    network.Advance(parameters.Number(0, 1));
                    return network.Head;
                case "sim_setFinalizedLag":
                    network.FinalizedLag = parameters.Number(0, 0);
                    return network.Finalized;
                case "sim_reorg":
                    network.Reorg(parameters.Number(0, 1));
                    return network.HashAt(network.Head);
                case "sim_setFaults":
                    Set(network.Faults, parameters[0] as JsonObject ?? []);
                    return true;
                default:
                    throw new RpcException(-32601, $"the method {method} does not exist");
            }
        }
        catch (ArgumentOutOfRangeException error)
        {
            throw RpcException.InvalidParams(error.Message);
        }
    }

    private static JsonObject Stats(RpcEndpoint endpoint) =>
        new()
        {
            ["network"] = endpoint.Network.Name,
            ["head"] = endpoint.Network.Head,
            ["finalized"] = endpoint.Network.Finalized,
            ["lastBlock"] = endpoint.Network.LastBlock,
            ["requests"] = endpoint.Requests,
        };

    private static void Set(Faults faults, JsonObject values)
    {
        foreach (var (name, value) in values)
        {
            switch (name)
            {
                case "errorEvery":
                    faults.ErrorEvery = value?.GetValue<int>() ?? 0;
                    break;
                case "latencyMs":
                    faults.Latency = TimeSpan.FromMilliseconds(value?.GetValue<int>() ?? 0);
                    break;
                case "truncatedBlock":
                    faults.TruncatedBlock = value?.GetValue<long>();
                    break;
                case "wrongGenesis":
                    faults.WrongGenesis = value?.GetValue<bool>() ?? false;
                    break;
                case "wrongChainId":
                    faults.WrongChainId = value?.GetValue<bool>() ?? false;
                    break;
                case "corruptMetadata":
                    faults.CorruptMetadata = value?.GetValue<bool>() ?? false;
                    break;
                case "maxLogRange":
                    faults.MaxLogRange = value?.GetValue<long>() ?? 0;
                    break;
                case "maxLogResults":
                    faults.MaxLogResults = value?.GetValue<int>() ?? 0;
                    break;
                case "noFinalityTags":
                    faults.NoFinalityTags = value?.GetValue<bool>() ?? false;
                    break;
                default:
                    throw RpcException.InvalidParams($"there is no fault {name}");
            }
        }
    }
}
