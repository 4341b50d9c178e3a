using System.Text.Json;
using Indexer.Domain;
using Indexer.JsonRpc;

namespace Indexer.Substrate.Chain;

/// <summary>Reads the JSON of Substrate nodes, in which all bytes and most numbers are hexadecimal text.</summary>
internal static class NodeAnswer
{
    internal static byte[] Bytes(JsonElement value, string what) =>
        JsonHex.Bytes(value) ?? throw Unexpected(value, what);

    internal static byte[] Hash(JsonElement value, string what)
    {
        var bytes = Bytes(value, what);
        return bytes.Length == 32 ? bytes : throw Unexpected(value, what);
    }

    /// <summary>A header as <c>chain_getHeader</c> and <c>chain_getBlock</c> give it; the hash is not in it.</summary>
    internal static SubstrateHeader Header(JsonElement value, byte[] hash)
    {
        var what = $"the header of block {Hex.Of(hash)}";
        var number = Member(value, "number", what);
        return JsonHex.Number(number) is { } height
            ? new SubstrateHeader(height, hash, Hash(Member(value, "parentHash", what), what))
            : throw Unexpected(number, $"the number in {what}");
    }

    internal static int SpecVersion(JsonElement value)
    {
        const string What = "the runtime version";
        var version = Member(value, "specVersion", What);
        return version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number)
            ? number
            : throw Unexpected(version, What);
    }

    internal static JsonElement Member(JsonElement value, string name, string what) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member)
            ? member
            : throw Unexpected(value, what);

    private static ChainDataException Unexpected(JsonElement value, string what)
    {
        var text = value.ValueKind == JsonValueKind.Undefined ? "nothing" : value.GetRawText();
        return new($"The node's answer is not {what}: {OneLine.Of(text, 100)}");
    }
}
