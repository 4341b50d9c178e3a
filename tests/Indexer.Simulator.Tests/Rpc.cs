using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Indexer.Simulator.Tests;

/// <summary>Plain JSON-RPC over HTTP and WebSocket, written for the tests.</summary>
internal static class Rpc
{
    private static readonly HttpClient Http = new();

    public static async Task<JsonNode?> PostAsync(this SimulatorServer server, string network, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await Http.PostAsync(server.Http(network), content);
        var text = await response.Content.ReadAsStringAsync();
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    public static async Task<JsonNode> AskAsync(
        this SimulatorServer server,
        string network,
        string method,
        params JsonNode?[] parameters
    )
    {
        var request = new JsonObject
        {
            ["jsonrpc"] = "2.0",
            ["id"] = 1,
            ["method"] = method,
            ["params"] = new JsonArray(parameters),
        };
        return (await server.PostAsync(network, request.ToJsonString()))!;
    }

    public static async Task<JsonNode?> ResultAsync(
        this SimulatorServer server,
        string network,
        string method,
        params JsonNode?[] parameters
    )
    {
        var answer = await server.AskAsync(network, method, parameters);
        Assert.Null(answer["error"]);
        return answer["result"];
    }

    public static async Task<JsonNode> ReadAsync(this ClientWebSocket socket, CancellationToken cancellation)
    {
        var buffer = new byte[64 * 1024];
        using var message = new MemoryStream();
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, cancellation);
            await message.WriteAsync(buffer.AsMemory(0, part.Count), cancellation);
            if (part.EndOfMessage)
            {
                return JsonNode.Parse(message.ToArray())!;
            }
        }
    }
}
