using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Indexer.JsonRpc.Tests;

/// <summary>A JSON-RPC server on a free loopback port that answers as the test says, over HTTP and WebSocket.</summary>
internal sealed class FakeNode : IAsyncDisposable
{
    private readonly WebApplication app;

    private FakeNode(WebApplication app) => this.app = app;

    public Uri Http { get; private set; } = null!;

    public Uri WebSocket => new UriBuilder(Http) { Scheme = "ws" }.Uri;

    /// <summary>The JSON messages received so far.</summary>
    public ConcurrentQueue<JsonNode> Received { get; } = new();

    public ConcurrentQueue<(string AcceptEncoding, string Authorization)> Headers { get; } = new();

    /// <summary>Answers over HTTP as the test says.</summary>
    public static Task<FakeNode> StartAsync(Func<JsonNode, HttpContext, Task> answer) =>
        StartAsync(async (node, context) => await answer(await node.ReadAsync(context), context));

    /// <summary>Answers over HTTP with a JSON text.</summary>
    public static Task<FakeNode> StartAsync(Func<JsonNode, string> answer) =>
        StartAsync((request, context) => context.Response.WriteAsync(answer(request)));

    /// <summary>Talks over WebSocket as the test says.</summary>
    public static Task<FakeNode> StartWebSocketAsync(Func<FakeNode, WebSocket, Task> talk) =>
        StartAsync(
            async (node, context) =>
            {
                using var socket = await context.WebSockets.AcceptWebSocketAsync();
                await talk(node, socket);
            }
        );

    /// <summary>Echoes the first parameter of every call as its result.</summary>
    public static string Echo(JsonNode request) =>
        request is JsonArray batch
            ? $"[{string.Join(',', batch.Select(call => Echo(call!)))}]"
            : Result(request, request["params"]![0]?.ToJsonString() ?? "null");

    public static string Result(JsonNode request, string json) =>
        $$"""{"jsonrpc":"2.0","id":{{request["id"]}},"result":{{json}}}""";

    public static string Error(JsonNode request, int code, string message) =>
        $$"""{"jsonrpc":"2.0","id":{{request["id"]}},"error":{"code":{{code}},"message":{{JsonValue.Create(message).ToJsonString()}} } }""";

    public static async Task WriteGzipAsync(HttpContext context, string text)
    {
        context.Response.Headers.ContentEncoding = "gzip";
        await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
        await gzip.WriteAsync(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>The next message on a socket; null when the client closed it.</summary>
    public async Task<JsonNode?> ReceiveAsync(WebSocket socket)
    {
        using var message = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            try
            {
                var part = await socket.ReceiveAsync(buffer, CancellationToken.None);
                await message.WriteAsync(buffer.AsMemory(0, part.Count));
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return null;
                }

                if (part.EndOfMessage)
                {
                    var node = JsonNode.Parse(message.ToArray())!;
                    Received.Enqueue(node);
                    return node;
                }
            }
            catch (WebSocketException)
            {
                return null;
            }
        }
    }

    public static Task SendAsync(WebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task<FakeNode> StartAsync(Func<FakeNode, HttpContext, Task> handle)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(host =>
            host.ShutdownTimeout = TimeSpan.Zero
        );
        var server = builder.Build();
        var node = new FakeNode(server);
        server.UseWebSockets();
        server.Run(context => handle(node, context));
        await server.StartAsync();
        node.Http = new Uri(
            server
                .Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
                .Features.Get<IServerAddressesFeature>()!
                .Addresses.First()
        );
        return node;
    }

    private async Task<JsonNode> ReadAsync(HttpContext context)
    {
        var request = (await JsonNode.ParseAsync(context.Request.Body))!;
        Received.Enqueue(request);
        Headers.Enqueue(($"{context.Request.Headers.AcceptEncoding}", $"{context.Request.Headers.Authorization}"));
        context.Response.ContentType = "application/json";
        return request;
    }
}
