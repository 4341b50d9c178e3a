using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Indexer.JsonRpc;

/// <summary>
/// JSON-RPC over one WebSocket per endpoint: messages are sent without waiting for earlier answers, which are matched by id.
/// The socket is opened by the first message and opened anew after it broke; messages that waited on it fail and are sent
/// again by the caller.
/// </summary>
internal sealed class WebSocketTransport(Endpoint endpoint, RpcClientOptions options, ILogger logger) : IRpcTransport
{
    private readonly SemaphoreSlim opening = new(1);
    private WebSocketLink? link;
    private volatile bool disposed;

    public async Task<JsonElement> SendAsync(RpcExchange exchange, CancellationToken cancellationToken)
    {
        var current = await OpenAsync(cancellationToken);
        return await current.SendAsync(exchange, cancellationToken);
    }

    public void Unanswered(RpcExchange exchange) => exchange.SentOn?.Unanswered(exchange);

    public async ValueTask DisposeAsync()
    {
        disposed = true;
        if (link is not null)
        {
            await link.DisposeAsync();
        }
    }

    private async Task<WebSocketLink> OpenAsync(CancellationToken cancellationToken)
    {
        await opening.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            if (link is { IsOpen: true })
            {
                return link;
            }

            if (link is not null)
            {
                await link.DisposeAsync();
                link = null;
            }

            return link = new WebSocketLink(await ConnectAsync(cancellationToken), options.MaxAnswerBytes, logger);
        }
        finally
        {
            opening.Release();
        }
    }

    private async Task<ClientWebSocket> ConnectAsync(CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(20);
        socket.Options.KeepAliveTimeout = TimeSpan.FromSeconds(20);
        if (endpoint.Authorization is { } authorization)
        {
            socket.Options.SetRequestHeader("Authorization", authorization);
        }

        try
        {
            await socket.ConnectAsync(endpoint.Target, cancellationToken);
            return socket;
        }
        catch (Exception exception) when (exception is WebSocketException or HttpRequestException)
        {
            socket.Dispose();
            throw new EndpointFailureException((exception.InnerException ?? exception).Message, exception);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
