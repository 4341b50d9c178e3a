using System.Text.Json.Nodes;
using Indexer.Simulator;
using Indexer.Substrate.Chain;
using Indexer.Substrate.Metadata;

namespace Indexer.Handlers.Tests.Kit;

/// <summary>The last runtimes of the simulated parachains.</summary>
internal static class SimulatedRuntimes
{
    private static readonly World World = World.Create(1, WorldSize.Assembly);

    /// <summary>Before polkadot 0.9.42.</summary>
    public static SubstrateRuntime Khala1241 { get; } = RuntimeOf(World.Khala);

    /// <summary>Since polkadot 0.9.42.</summary>
    public static SubstrateRuntime Phala1254 { get; } = RuntimeOf(World.Phala);

    private static SubstrateRuntime RuntimeOf(SimulatedParachain chain) => At(chain, chain.LastBlock);

    /// <summary>The runtime of the state after a block.</summary>
    public static SubstrateRuntime At(SimulatedParachain chain, long height)
    {
        var node = new InProcessNode(chain);
        var hash = (string)node.Call("chain_getBlockHash", new JsonArray(height))!;
        var version = (int)node.Call("state_getRuntimeVersion", new JsonArray(hash))!["specVersion"]!.GetValue<uint>();
        var metadata = (string)node.Call("state_getMetadata", new JsonArray(hash))!;
        var handlers = HandlerCatalog.Substrate;
        return new SubstrateRuntime(
            version,
            RuntimeMetadata.Parse(Convert.FromHexString(metadata[2..])),
            handlers.IsWanted,
            handlers.IsWantedCall,
            handlers.FieldNames
        );
    }
}
