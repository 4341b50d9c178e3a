using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace Indexer.Explorer.Tests;

/// <summary>
/// Plays the server of the graphql-transport-ws protocol: acknowledges, pings, sends two results, and then ends as the
/// subscription's operation name says: <c>Completes</c>, <c>Fails</c>, or waits for the client to end it.
/// </summary>
public sealed class ScriptedSubscriptions
{
    private const string Protocol = "graphql-transport-ws";

    private readonly Channel<JsonElement> received = Channel.CreateUnbounded<JsonElement>();

    /// <summary>The next message of the client.</summary>
    public async Task<JsonElement> NextAsync() =>
        await received.Reader.ReadAsync(TestContext.Current.CancellationToken);

    internal async Task ServeAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await next(context);
            return;
        }

        Assert.Equal([Protocol], context.WebSockets.WebSocketRequestedProtocols);
        using var socket = await context.WebSockets.AcceptWebSocketAsync(Protocol);
        await ReadAsync(socket, "connection_init");
        await WriteAsync(socket, new { type = "connection_ack" });
        var subscribe = await ReadAsync(socket, "subscribe");
        await WriteAsync(socket, new { type = "ping", payload = new { at = 7 } });
        await ReadAsync(socket, "pong");
        var id = subscribe.GetProperty("id").GetString();
        foreach (var height in new[] { 11, 12 })
        {
            var payload = new { data = new { blockIndexed = new { height } } };
            await WriteAsync(
                socket,
                new
                {
                    id,
                    type = "next",
                    payload,
                }
            );
        }

        await EndAsync(socket, id, subscribe.GetProperty("payload").GetProperty("operationName").GetString());
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, context.RequestAborted);
    }

    private async Task EndAsync(WebSocket socket, string? id, string? name)
    {
        if (name == "Completes")
        {
            await WriteAsync(socket, new { id, type = "complete" });
        }
        else if (name == "Fails")
        {
            var payload = new[] { new { message = "Too slow.", locations = new[] { new { line = 1, column = 24 } } } };
            await WriteAsync(
                socket,
                new
                {
                    id,
                    type = "error",
                    payload,
                }
            );
        }
        else
        {
            await ReadAsync(socket, "complete");
        }
    }

    private async Task<JsonElement> ReadAsync(WebSocket socket, string type)
    {
        var buffer = new byte[16 * 1024];
        var read = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
        var message = JsonElement.Parse(buffer.AsSpan(0, read.Count));
        received.Writer.TryWrite(message);
        return message.GetProperty("type").GetString() == type
            ? message
            : throw new InvalidOperationException($"{type} was due, not {message}.");
    }

    private static Task WriteAsync(WebSocket socket, object message) =>
        socket.SendAsync(
            Encoding.UTF8.GetBytes(JsonSerializer.Serialize(message)),
            WebSocketMessageType.Text,
            endOfMessage: true,
            CancellationToken.None
        );
}
