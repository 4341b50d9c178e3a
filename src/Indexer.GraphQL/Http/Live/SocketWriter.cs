using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Indexer.GraphQL.Http.Live;

/// <summary>
/// Sends messages over a socket, one at a time. Each sender waits until its message is taken, so that nothing piles up.
/// </summary>
internal sealed class SocketWriter(WebSocket socket, Patience patience) : IDisposable
{
    private const int MaxReasonBytes = 123;
    private readonly SemaphoreSlim turn = new(1);
    private bool isClosed;

    /// <summary>A message of an operation: <c>{"id","type","payload"}</c>.</summary>
    /// <param name="type">The type of the message.</param>
    /// <param name="id">The operation; null for the connection's own.</param>
    /// <param name="payload">JSON; empty for none.</param>
    /// <param name="cancellationToken">Gives up waiting for a turn.</param>
    /// <exception cref="SocketClosedException">The client is too slow.</exception>
    public async Task SendAsync(
        string type,
        string? id,
        ReadOnlyMemory<byte> payload,
        CancellationToken cancellationToken
    )
    {
        var frame = Frame(type, id, payload.Span);
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (isClosed)
            {
                return;
            }

            // A send that is broken off takes the socket with it, therefore no token.
            var sending = socket.SendAsync(frame, WebSocketMessageType.Text, true, CancellationToken.None).AsTask();
            var delivery = await patience.WaitAsync(sending);
            if (delivery == Delivery.Never)
            {
                isClosed = true;
                socket.Abort();
            }

            if (delivery != Delivery.Prompt)
            {
                throw new SocketClosedException(CloseCode.TooSlow, Patience.Reason);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Sends the close frame, after which nothing is sent.</summary>
    public async Task CloseAsync(int code, string reason)
    {
        await turn.WaitAsync();
        try
        {
            if (!isClosed && socket.State is (WebSocketState.Open or WebSocketState.CloseReceived))
            {
                isClosed = true;
                var closing = socket.CloseOutputAsync(
                    (WebSocketCloseStatus)code,
                    Shorten(reason),
                    CancellationToken.None
                );
                if (await patience.WaitAsync(closing) == Delivery.Never)
                {
                    socket.Abort();
                }
            }
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    /// <summary>RFC 6455, section 5.5: a control frame has at most 125 bytes, two of them the code.</summary>
    private static string Shorten(string reason)
    {
        while (Encoding.UTF8.GetByteCount(reason) > MaxReasonBytes)
        {
            reason = reason[..^(char.IsLowSurrogate(reason[^1]) ? 2 : 1)];
        }

        return reason;
    }

    private static ReadOnlyMemory<byte> Frame(string type, string? id, ReadOnlySpan<byte> payload)
    {
        var buffer = new ArrayBufferWriter<byte>(payload.Length + 100);
        using var writer = new Utf8JsonWriter(buffer, Json.Writer);
        writer.WriteStartObject();
        if (id is not null)
        {
            writer.WriteString("id", id);
        }

        writer.WriteString("type", type);
        if (!payload.IsEmpty)
        {
            writer.WritePropertyName("payload");
            writer.WriteRawValue(payload, skipInputValidation: true);
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }
}
