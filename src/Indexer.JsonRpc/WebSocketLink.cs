using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Indexer.JsonRpc;

/// <summary>One open WebSocket with the messages that wait for answers on it. It never opens again once broken.</summary>
internal sealed class WebSocketLink : IAsyncDisposable
{
    private readonly ConcurrentDictionary<long, WaitingExchange> waiting = new();
    private readonly SemaphoreSlim sending = new(1);
    private readonly CancellationTokenSource closing = new();
    private readonly WebSocket socket;
    private readonly int maxAnswerBytes;
    private readonly ILogger logger;
    private readonly Task receiving;
    private volatile Exception? broken;
    private long heard;

    public WebSocketLink(WebSocket socket, int maxAnswerBytes, ILogger logger)
    {
        this.socket = socket;
        this.maxAnswerBytes = maxAnswerBytes;
        this.logger = logger;
        receiving = ReceiveAllAsync();
    }

    /// <summary>Whether messages can still be sent.</summary>
    public bool IsOpen => broken is null;

    public async Task<JsonElement> SendAsync(RpcExchange exchange, CancellationToken cancellationToken)
    {
        var entry = new WaitingExchange(exchange);
        for (var i = 0; i < exchange.Count; i++)
        {
            waiting[exchange.FirstId + i] = entry;
        }

        try
        {
            // After registering, so that a break in between is seen by one side or the other.
            if (broken is { } reason)
            {
                throw Lost(reason);
            }

            (exchange.SentOn, exchange.HeardBefore) = (this, Interlocked.Read(ref heard));
            await WriteAsync(exchange.Write()).WaitAsync(cancellationToken);
            return await entry.Answer.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            for (var i = 0; i < exchange.Count; i++)
            {
                waiting.TryRemove(exchange.FirstId + i, out _);
            }
        }
    }

    /// <summary>
    /// Breaks the connection when it has been mute since a message was sent whose answer did not come: a proxy may answer pings for
    /// a node that is not there any more.
    /// </summary>
    public void Unanswered(RpcExchange exchange)
    {
        if (Interlocked.Read(ref heard) == exchange.HeardBefore)
        {
            Break(new WebSocketException("nothing was received since the message was sent"));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await receiving;
        socket.Dispose();
    }

    private static EndpointFailureException Lost(Exception reason) =>
        new($"the connection was lost: {reason.Message}", reason);

    /// <summary>Writes one message. Withdrawing a half-sent one would abort the socket for all, so only closing does it.</summary>
    private async Task WriteAsync(ReadOnlyMemory<byte> message)
    {
        await sending.WaitAsync();
        try
        {
            await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, closing.Token);
        }
        catch (Exception exception)
            when (exception
                    is WebSocketException
                        or ObjectDisposedException
                        or InvalidOperationException
                        or IOException
                        or OperationCanceledException
            )
        {
            throw Lost(exception);
        }
        finally
        {
            sending.Release();
        }
    }

    private async Task ReceiveAllAsync()
    {
        try
        {
            while (true)
            {
                var message = await ReceiveAsync();
                Interlocked.Increment(ref heard);
                Deliver(message);
            }
        }
        // Whatever ends the reading must reach the calls that wait for it.
        catch (Exception exception)
        {
            Break(exception);
        }
    }

    private async Task<JsonElement> ReceiveAsync()
    {
        var buffer = new BoundedBuffer(maxAnswerBytes);
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.Room(), closing.Token);
            buffer.Advance(part.Count);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                throw new WebSocketException(
                    $"closed by the node ({socket.CloseStatus} {socket.CloseStatusDescription})"
                );
            }

            if (part.EndOfMessage)
            {
                return BoundedBuffer.Parse(buffer.Taken());
            }
        }
    }

    private void Deliver(JsonElement message)
    {
        var responses = message.ValueKind == JsonValueKind.Array ? message.EnumerateArray().AsEnumerable() : [message];
        foreach (var response in responses)
        {
            if (response.ValueKind == JsonValueKind.Object && response.TryGetProperty("id", out var id))
            {
                if (
                    id.ValueKind == JsonValueKind.Number
                    && id.TryGetInt64(out var number)
                    && waiting.TryGetValue(number, out var entry)
                )
                {
                    entry.Answer.TrySetResult(message);
                    return;
                }

                if (id.ValueKind == JsonValueKind.Null)
                {
                    DeliverRefusal(message);
                    return;
                }
            }
        }

        logger.LogDebug("A message without a waiting call was dropped.");
    }

    /// <summary>
    /// An error without an id: the node could not read something. The oldest batch is the likeliest; a call that is no batch was
    /// well formed, so it cannot be its answer and is asked again.
    /// </summary>
    private void DeliverRefusal(JsonElement message)
    {
        var oldest = waiting.OrderBy(pair => pair.Key).Select(pair => pair.Value).ToList();
        if (oldest.Find(entry => entry.Exchange.IsBatch && !entry.Answer.Task.IsCompleted) is { } batch)
        {
            batch.Answer.TrySetResult(message);
        }
        else if (oldest.Count > 0)
        {
            var error = message.ValueKind == JsonValueKind.Object ? RpcErrorObject.Read(message)?.Message : null;
            oldest[0]
                .Answer.TrySetException(
                    new EndpointFailureException($"an answer without an id, error: {error ?? "none"}")
                );
        }
    }

    private void Break(Exception reason)
    {
        broken = reason;
        socket.Abort();
        var entries = waiting.Values.Distinct().ToList();
        foreach (var entry in entries)
        {
            // With one call waiting it is known whose answer was too large.
            entry.Answer.TrySetException(
                reason is AnswerTooLargeException && entries.Count == 1 ? reason : Lost(reason)
            );
        }
    }
}
