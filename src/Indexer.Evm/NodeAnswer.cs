using System.Text.Json;
using Indexer.JsonRpc;

namespace Indexer.Evm;

/// <summary>Reads the JSON of EVM nodes, in which all bytes and numbers are hexadecimal text.</summary>
internal static class NodeAnswer
{
    private const int MaxShown = 80;

    /// <summary>A number: 0x and hexadecimal digits.</summary>
    public static long Number(JsonElement value, string what) =>
        JsonHex.Number(value) ?? throw Wrong(value, what, "a number");

    /// <summary>A number in a member of an object.</summary>
    public static long Number(JsonElement owner, string name, string what) =>
        Number(Member(owner, name, what), $"{what}.{name}");

    /// <summary>A number of any size in a member of an object, as its fewest big-endian bytes: none for zero.</summary>
    public static byte[] Quantity(JsonElement owner, string name, string what)
    {
        var value = Member(owner, name, what);
        return JsonHex.Quantity(value) ?? throw Wrong(value, $"{what}.{name}", "a number");
    }

    /// <summary>Bytes: 0x and an even number of hexadecimal digits; of a given length unless that is negative.</summary>
    public static byte[] Bytes(JsonElement value, string what, int length = -1) =>
        JsonHex.Bytes(value) is { } bytes && (length < 0 || length == bytes.Length)
            ? bytes
            : throw Wrong(value, what, length < 0 ? "bytes" : $"{length} bytes");

    /// <summary>Bytes in a member of an object.</summary>
    public static byte[] Bytes(JsonElement owner, string name, string what, int length = -1) =>
        Bytes(Member(owner, name, what), $"{what}.{name}", length);

    /// <summary>A member that must be there.</summary>
    public static JsonElement Member(JsonElement owner, string name, string what) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value)
            ? value
            : throw new EvmNodeException($"The node's {what} has no {name}.");

    private static EvmNodeException Wrong(JsonElement value, string what, string wanted)
    {
        var text = value.ValueKind == JsonValueKind.Undefined ? "nothing" : value.GetRawText();
        return new EvmNodeException($"The node's {what} is not {wanted} in hexadecimal: {OneLine.Of(text, MaxShown)}.");
    }
}
