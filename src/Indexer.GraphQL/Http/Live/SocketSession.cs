using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Runtime.InteropServices;
using System.Text.Json;
using Indexer.GraphQL.Execution;
using Microsoft.Extensions.Logging;

namespace Indexer.GraphQL.Http.Live;

/// <summary>A client on a WebSocket, by the protocol graphql-transport-ws (PROTOCOL.md of graphql-ws).</summary>
/// <param name="socket">The accepted socket.</param>
/// <param name="engine">Answers.</param>
/// <param name="account">What the client is counted for.</param>
/// <param name="time">The clock of the timeouts.</param>
/// <param name="logger">Told about failures.</param>
/// <param name="aborted">The connection is gone, or the server stops.</param>
internal sealed class SocketSession(
    WebSocket socket,
    GraphQLEngine engine,
    ClientAccount account,
    TimeProvider time,
    ILogger logger,
    CancellationToken aborted
) : IDisposable
{
    /// <summary>How long a client may take to answer a close frame.</summary>
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(5);

    private readonly SocketReader reader = new(socket, engine.Options.MaxBodyBytes);
    private readonly SocketWriter writer = new(socket, new Patience(engine.Options.SlowClientTimeout, time));
    private readonly CancellationTokenSource reading = new(Timeout.InfiniteTimeSpan, time);
    private readonly CancellationTokenSource serving = CancellationTokenSource.CreateLinkedTokenSource(aborted);
    private readonly ConcurrentDictionary<string, SocketOperation> operations = new(StringComparer.Ordinal);

    /// <summary>Operations that may still send, also those whose id is free again.</summary>
    private readonly ConcurrentDictionary<SocketOperation, bool> running = [];
    private volatile bool isInitialised;

    public void Dispose()
    {
        writer.Dispose();
        reading.Dispose();
        serving.Dispose();
    }

    /// <summary>Serves the client until either side closes.</summary>
    public async Task RunAsync()
    {
        var initialisation = WatchInitialisationAsync();
        await using var abort = serving.Token.Register(() => reading.CancelAfter(CloseTimeout));
        try
        {
            await ReceiveAsync();
            await writer.CloseAsync((int)WebSocketCloseStatus.NormalClosure, "");
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            socket.Abort();
        }
        finally
        {
            await serving.CancelAsync();
            await Task.WhenAll(running.Keys.Select(operation => operation.Running).Append(initialisation))
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReceiveAsync()
    {
        while (true)
        {
            try
            {
                if (await reader.ReadAsync(reading.Token) is not { } message)
                {
                    return;
                }

                if (!serving.IsCancellationRequested)
                {
                    await HandleAsync(message);
                }
            }
            catch (SocketClosedException refusal)
            {
                await CloseAsync(refusal);
            }
        }
    }

    private async Task WatchInitialisationAsync()
    {
        await Task.Delay(engine.Options.ConnectionInitTimeout, time, serving.Token);
        if (!isInitialised)
        {
            await CloseAsync(new(CloseCode.InitialisationTimeout, "Connection initialisation timeout"));
        }
    }

    /// <summary>Ends the operations and sends the close frame; the reading ends with the client's answer or without.</summary>
    private async Task CloseAsync(SocketClosedException refusal)
    {
        await serving.CancelAsync();
        await writer.CloseAsync(refusal.Code, refusal.Message);
    }

    private async Task HandleAsync(SocketMessage message)
    {
        switch (message.Type)
        {
            case "connection_init" when isInitialised:
                throw new SocketClosedException(
                    CloseCode.TooManyInitialisationRequests,
                    "Too many initialisation requests"
                );
            case "connection_init":
                isInitialised = true;
                account.Identify(message.Payload);
                await writer.SendAsync("connection_ack", id: null, default, serving.Token);
                break;
            case "ping":
                await writer.SendAsync("pong", id: null, default, serving.Token);
                break;
            case "pong":
                break;
            case "subscribe" when !isInitialised:
                throw new SocketClosedException(CloseCode.Unauthorized, "Unauthorized");
            case "subscribe" when message is { Id.Length: > 0, Payload.ValueKind: JsonValueKind.Object }:
                await StartAsync(message.Id, message.Payload);
                break;
            case "complete" when message.Id is { Length: > 0 } id:
                Stop(id);
                break;
            default:
                throw new SocketClosedException(
                    CloseCode.BadRequest,
                    "Invalid message: its type is unknown, or its id or payload is missing."
                );
        }
    }

    /// <summary>
    /// Begins an operation; nothing more is read until it is prepared, so that the costly ones of a client do not pile up.
    /// One that is refused has a place like any other until it is told; when there is none left, nothing more is read until
    /// then.
    /// </summary>
    private async Task StartAsync(string id, JsonElement payload)
    {
        var operation = new SocketOperation(id, payload, engine, account, writer, logger, serving.Token);
        if (!operations.TryAdd(id, operation))
        {
            operation.Dispose();
            throw new SocketClosedException(CloseCode.SubscriberAlreadyExists, $"Subscriber for {id} already exists");
        }

        var refusal = account.Admit(JsonMarshal.GetRawUtf8Value(payload).Length);
        var isBeyond = operations.Count > engine.Options.MaxOperationsPerSocket;
        if (isBeyond)
        {
            refusal ??= TooMany();
        }

        running.TryAdd(operation, true);
        operation.Start(
            refusal,
            freeId: () => operations.TryRemove(new KeyValuePair<string, SocketOperation>(id, operation)),
            ended: () => running.TryRemove(operation, out _),
            CloseAsync
        );
        if (isBeyond)
        {
            await operation.Running;
        }
        else if (refusal is null)
        {
            await operation.Prepared;
        }
    }

    private Refusal TooMany()
    {
        var error = new GraphQLError(
            $"{operations.Count} operations would run on this socket; at most {engine.Options.MaxOperationsPerSocket} are allowed.",
            [],
            ErrorCodes.Limit
        );
        return _ => Task.FromResult(error);
    }

    private void Stop(string id)
    {
        if (operations.TryRemove(id, out var operation))
        {
            operation.Stop();
        }
    }
}
