using System.Text.Json.Nodes;
using Indexer.Simulator.Parachain;
using Indexer.Simulator.Scale;

namespace Indexer.Simulator.Rpc;

/// <summary>Blocks, headers and versions as a Substrate node writes them.</summary>
internal static class SubstrateJson
{
    /// <summary>The block's hash; with the fault, block 0 has another one.</summary>
    public static string Hash(SimulatedParachain chain, ParachainBlock block) =>
        block.Height == 0 && chain.Faults.WrongGenesis ? Hex.Encode(Digests.Of("wrong", block.HashHex)) : block.HashHex;

    public static JsonObject Header(SimulatedParachain chain, ParachainBlock block) =>
        new()
        {
            ["parentHash"] = block.Height == 1 ? Hash(chain, chain.Blocks[0]) : Hex.Encode(block.Parent),
            ["number"] = Hex.Quantity((UInt128)block.Height),
            ["stateRoot"] = Hex.Encode(block.StateRoot),
            ["extrinsicsRoot"] = Hex.Encode(block.ExtrinsicsRoot),
            ["digest"] = new JsonObject { ["logs"] = Texts(block.Digest) },
        };

    public static JsonObject Block(SimulatedParachain chain, ParachainBlock block) =>
        new()
        {
            ["block"] = new JsonObject { ["header"] = Header(chain, block), ["extrinsics"] = Texts(block.Extrinsics) },
            ["justifications"] = null,
        };

    public static JsonObject Version(Runtime runtime) =>
        new()
        {
            ["specName"] = runtime.SpecName,
            ["implName"] = runtime.SpecName,
            ["authoringVersion"] = 1,
            ["specVersion"] = runtime.SpecVersion,
            ["implVersion"] = 0,
            ["apis"] = new JsonArray(new JsonArray("0xdf6acb689907609b", 4), new JsonArray("0x37e397fc7c91f5e4", 1)),
            ["transactionVersion"] = runtime.TransactionVersion,
            ["stateVersion"] = 0,
        };

    private static JsonArray Texts(IEnumerable<byte[]> items) =>
        new([.. items.Select(item => JsonValue.Create(Hex.Encode(item)))]);
}
