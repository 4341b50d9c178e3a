using System.Globalization;
using System.Text.Json.Nodes;

namespace Indexer.Simulator.Rpc;

/// <summary>The positional parameters of a request.</summary>
internal sealed class RpcParams(JsonNode? parameters)
{
    private readonly JsonArray _values = parameters as JsonArray ?? [];

    public JsonNode? this[int index] => index < _values.Count ? _values[index] : null;

    public string? Text(int index) =>
        this[index] switch
        {
            null => null,
            JsonValue value when value.TryGetValue<string>(out var text) => text,
            _ => throw RpcException.InvalidParams($"invalid argument {index}: expected a string"),
        };

    public string Required(int index) =>
        Text(index) ?? throw RpcException.InvalidParams($"missing value for required argument {index}");

    public int Number(int index, int otherwise) =>
        this[index] is JsonValue value && value.TryGetValue<int>(out var number) ? number : otherwise;

    public bool Flag(int index) => this[index] is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    public static long Quantity(string hex) =>
        hex.StartsWith("0x", StringComparison.Ordinal)
        && long.TryParse(hex.AsSpan(2), NumberStyles.AllowHexSpecifier, null, out var number)
        && number >= 0
            ? number
            : throw RpcException.InvalidParams($"invalid argument: {hex} is no quantity");
}
