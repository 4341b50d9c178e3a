using System.Net.WebSockets;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Indexer.GraphQL.Execution;
using Microsoft.Extensions.Logging;

namespace Indexer.GraphQL.Http.Live;

/// <summary>One operation on a socket: a subscription, or a query with its one answer.</summary>
internal sealed class SocketOperation(
    string id,
    JsonElement payload,
    GraphQLEngine engine,
    ClientAccount account,
    SocketWriter writer,
    ILogger logger,
    CancellationToken serving
) : IDisposable
{
    private readonly CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(serving);

    private readonly TaskCompletionSource prepared = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock gate = new();
    private bool isOver;

    /// <summary>Ends when it is prepared, or over, and what that took is paid for; never fails.</summary>
    public Task Prepared => prepared.Task;

    /// <summary>Ends when nothing more is sent; never fails.</summary>
    public Task Running { get; private set; } = Task.CompletedTask;

    public void Dispose()
    {
        lock (gate)
        {
            isOver = true;
            stop.Dispose();
        }
    }

    /// <summary>Begins.</summary>
    /// <param name="refusal">Tells why it may not run; null when it may.</param>
    /// <param name="freeId">Called before the last message, after which the client may use the id again.</param>
    /// <param name="ended">Called when nothing more is sent.</param>
    /// <param name="closeAsync">Closes the socket.</param>
    public void Start(Refusal? refusal, Action freeId, Action ended, Func<SocketClosedException, Task> closeAsync) =>
        Running = Task.Run(() => RunAsync(refusal, freeId, ended, closeAsync));

    /// <summary>Ends it without a further message, unless it has ended.</summary>
    public void Stop()
    {
        lock (gate)
        {
            if (!isOver)
            {
                stop.Cancel();
            }
        }
    }

    private async Task RunAsync(
        Refusal? refusal,
        Action freeId,
        Action ended,
        Func<SocketClosedException, Task> closeAsync
    )
    {
        try
        {
            var errors = refusal is null ? await AnswerAsync() : Refused([await refusal(stop.Token)]);
            freeId();
            await (errors.Count == 0 ? SendAsync("complete", default) : SendAsync("error", Json(errors)));
        }
        catch (SocketClosedException tooSlow)
        {
            await closeAsync(tooSlow);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The client has stopped it, or is gone; it expects nothing more.
        }
        catch (WebSocketException)
        {
            // The client is gone; the session sees that too.
        }
        finally
        {
            prepared.TrySetResult();
            freeId();
            ended();
            Dispose();
        }
    }

    private static IReadOnlyList<GraphQLError> Refused(IReadOnlyList<GraphQLError> errors)
    {
        GraphQLTelemetry.Refused(errors, onSocket: true);
        return errors;
    }

    /// <summary>Sends the answers.</summary>
    /// <returns>Why it ended with an error; empty when it did not.</returns>
    private async Task<IReadOnlyList<GraphQLError>> AnswerAsync()
    {
        try
        {
            await account.PayForReadingAsync(JsonMarshal.GetRawUtf8Value(payload).Length, stop.Token);
            var request = RequestJson.Read(payload, "The payload");
            var (ready, errors) = await account.PrepareAsync(request, stop.Token);
            if (ready is not { } operation)
            {
                return Refused(errors);
            }

            prepared.SetResult();
            if (operation.Stream is { } stream)
            {
                await foreach (var message in await engine.SubscribeAsync(stream, stop.Token))
                {
                    await SendAsync("next", message);
                }
            }
            else
            {
                using var answer = new MemoryStream();
                await account.ExecuteAsync(operation, answer, stop.Token);
                await SendAsync("next", answer.ToArray());
            }

            return [];
        }
        catch (GraphQLRequestException refused)
        {
            return Refused(refused.Errors);
        }
        catch (Exception failure)
            when (failure is not (OperationCanceledException or WebSocketException or SocketClosedException))
        {
            logger.LogError(failure, "A GraphQL operation on a WebSocket failed.");
            return [GraphQLError.Internal];
        }
    }

    private Task SendAsync(string type, ReadOnlyMemory<byte> data) => writer.SendAsync(type, id, data, stop.Token);

    private static byte[] Json(IReadOnlyList<GraphQLError> errors) => Encoding.UTF8.GetBytes(ErrorJson.Write(errors));
}
