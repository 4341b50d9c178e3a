using System.Text.Json;

namespace Indexer.JsonRpc;

/// <summary>The <c>error</c> member of a JSON-RPC response.</summary>
/// <param name="Code">Its code; 0 when the node gave none.</param>
/// <param name="Message">Its text on one line.</param>
internal readonly record struct RpcErrorObject(int Code, string Message)
{
    /// <summary>Reads the error of a response; null when the response has none.</summary>
    public static RpcErrorObject? Read(JsonElement response)
    {
        if (!response.TryGetProperty("error", out var error) || error.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (error.ValueKind != JsonValueKind.Object)
        {
            return new RpcErrorObject(0, OneLine.Of(error.ToString()));
        }

        var code =
            error.TryGetProperty("code", out var c) && c.ValueKind == JsonValueKind.Number && c.TryGetInt32(out var n)
                ? n
                : 0;
        var text = error.TryGetProperty("message", out var m) ? m.ToString() : error.GetRawText();
        var data =
            error.TryGetProperty("data", out var d) && d.ValueKind == JsonValueKind.String ? $" ({d.GetString()})" : "";
        return new RpcErrorObject(code, OneLine.Of(text + data));
    }
}
