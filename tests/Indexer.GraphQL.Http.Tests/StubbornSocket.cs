using System.Net.WebSockets;
using System.Text;

namespace Indexer.GraphQL.Http.Tests;

/// <summary>A socket whose other side takes a message when the test says so.</summary>
internal sealed class StubbornSocket : WebSocket
{
    private readonly TaskCompletionSource taken = new();
    private WebSocketState state = WebSocketState.Open;
    private WebSocketCloseStatus? closeStatus;

    public List<string> Sent { get; } = [];

    public override WebSocketCloseStatus? CloseStatus => closeStatus;

    public override string? CloseStatusDescription => null;

    public override WebSocketState State => state;

    public override string? SubProtocol => null;

    public void Take() => taken.SetResult();

    public override void Abort() => state = WebSocketState.Aborted;

    public override Task CloseAsync(
        WebSocketCloseStatus closeStatus,
        string? statusDescription,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public override Task CloseOutputAsync(
        WebSocketCloseStatus closeStatus,
        string? statusDescription,
        CancellationToken cancellationToken
    )
    {
        this.closeStatus = closeStatus;
        return Task.CompletedTask;
    }

    public override void Dispose() { }

    public override Task<WebSocketReceiveResult> ReceiveAsync(
        ArraySegment<byte> buffer,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public override Task SendAsync(
        ArraySegment<byte> buffer,
        WebSocketMessageType messageType,
        bool endOfMessage,
        CancellationToken cancellationToken
    )
    {
        Sent.Add(Encoding.UTF8.GetString(buffer));
        return taken.Task;
    }
}
