using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Indexer.Simulator.Rpc;

/// <summary>One WebSocket connection with its subscriptions. Answers and notifications leave through one queue, in order.</summary>
internal sealed class RpcSession(WebSocket socket, RpcEndpoint endpoint)
{
    private const int MaxMessage = 16 * 1024 * 1024;
    private readonly Channel<string> _outgoing = Channel.CreateUnbounded<string>();
    private readonly Dictionary<string, Subscription> _subscriptions = [];
    private readonly Queue<(string Id, Subscription Subscription)> _opened = [];
    private readonly Lock _gate = new();
    private int _lastId;

    public async Task RunAsync(CancellationToken cancellation)
    {
        endpoint.Network.HeadChanged += OnHeadChanged;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var sending = SendAsync(stop.Token);
        try
        {
            while (await ReceiveAsync(cancellation) is { } message)
            {
                if (await endpoint.AnswerAsync(message, this, cancellation) is { } answer)
                {
                    _outgoing.Writer.TryWrite(answer);
                    SendPresentHeads();
                }
            }
        }
        finally
        {
            endpoint.Network.HeadChanged -= OnHeadChanged;
            _outgoing.Writer.TryComplete();
            await sending;
        }
        if (socket.State == WebSocketState.CloseReceived)
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellation);
        }
    }

    public JsonNode Open(Subscription subscription)
    {
        lock (_gate)
        {
            var id = "0x" + Convert.ToHexStringLower(Digests.Of(endpoint.Network.Name, _lastId++).AsSpan(0, 8));
            _subscriptions[id] = subscription;
            _opened.Enqueue((id, subscription));
            return id;
        }
    }

    public JsonNode Close(string id)
    {
        lock (_gate)
        {
            return _subscriptions.Remove(id);
        }
    }

    private void OnHeadChanged(object? sender, HeadChangedEventArgs change)
    {
        lock (_gate)
        {
            foreach (var (id, subscription) in _subscriptions)
            {
                Notify(id, subscription, change);
            }
        }
    }

    /// <summary>Substrate sends the present head right after a subscription was answered.</summary>
    private void SendPresentHeads()
    {
        lock (_gate)
        {
            while (_opened.TryDequeue(out var opened))
            {
                if (opened.Subscription.StartsWithHead)
                {
                    var head = endpoint.Network.Head;
                    Notify(opened.Id, opened.Subscription, new(head, head));
                }
            }
        }
    }

    private void Notify(string id, Subscription subscription, HeadChangedEventArgs change)
    {
        foreach (var message in subscription.Messages(change))
        {
            var notification = new JsonObject
            {
                ["jsonrpc"] = "2.0",
                ["method"] = subscription.Notification,
                ["params"] = new JsonObject { ["subscription"] = id, ["result"] = message },
            };
            _outgoing.Writer.TryWrite(notification.ToJsonString());
        }
    }

    private async Task SendAsync(CancellationToken cancellation)
    {
        await foreach (var text in _outgoing.Reader.ReadAllAsync(cancellation))
        {
            if (socket.State == WebSocketState.Open)
            {
                await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, cancellation);
            }
        }
    }

    private async Task<byte[]?> ReceiveAsync(CancellationToken cancellation)
    {
        var buffer = new byte[16 * 1024];
        using var message = new MemoryStream();
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, cancellation);
            if (part.MessageType == WebSocketMessageType.Close || message.Length > MaxMessage)
            {
                return null;
            }
            await message.WriteAsync(buffer.AsMemory(0, part.Count), cancellation);
            if (part.EndOfMessage)
            {
                return message.ToArray();
            }
        }
    }
}
