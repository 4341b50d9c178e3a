using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Indexer.GraphQL.Http.Tests;

/// <summary>A bare WebSocket that can say anything, also what no proper client would.</summary>
internal sealed class SocketClient : IDisposable
{
    private readonly ClientWebSocket socket = new();

    private SocketClient() { }

    public static async Task<SocketClient> ConnectAsync(Uri http, string? protocol = "graphql-transport-ws")
    {
        var client = new SocketClient();
        if (protocol is not null)
        {
            client.socket.Options.AddSubProtocol(protocol);
        }

        var url = new UriBuilder(http) { Scheme = "ws", Path = "/graphql" }.Uri;
        await client.socket.ConnectAsync(url, TestContext.Current.CancellationToken);
        return client;
    }

    /// <summary>A connection that the server has acknowledged.</summary>
    public static async Task<SocketClient> InitialisedAsync(Uri http)
    {
        var client = await ConnectAsync(http);
        await client.SayAsync("""{"type":"connection_init"}""");
        Assert.Equal("connection_ack", (await client.HearAsync()).GetProperty("type").GetString());
        return client;
    }

    public Task SayAsync(string text, WebSocketMessageType type = WebSocketMessageType.Text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), type, true, TestContext.Current.CancellationToken);

    /// <summary>Subscribes.</summary>
    public Task SubscribeAsync(string id, string query) =>
        SayAsync(
            JsonSerializer.Serialize(
                new
                {
                    id,
                    type = "subscribe",
                    payload = new { query },
                }
            )
        );

    /// <summary>The next message.</summary>
    public async Task<JsonElement> HearAsync()
    {
        var (message, text) = await ReceiveAsync();
        Assert.True(
            message.MessageType == WebSocketMessageType.Text,
            $"{socket.CloseStatus} {socket.CloseStatusDescription}"
        );
        return JsonElement.Parse(text);
    }

    /// <summary>The code and reason with which the server closes; what it said before is passed over.</summary>
    public async Task<(int Code, string? Reason)> HearCloseAsync()
    {
        while ((await ReceiveAsync()).Message.MessageType != WebSocketMessageType.Close) { }

        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, TestContext.Current.CancellationToken);
        return ((int)socket.CloseStatus!, socket.CloseStatusDescription);
    }

    public void Dispose() => socket.Dispose();

    private async Task<(WebSocketReceiveResult Message, string Text)> ReceiveAsync()
    {
        using var text = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var message = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
            await text.WriteAsync(buffer.AsMemory(0, message.Count));
            if (message.EndOfMessage)
            {
                return (message, Encoding.UTF8.GetString(text.ToArray()));
            }
        }
    }
}
