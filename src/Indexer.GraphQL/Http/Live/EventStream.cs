using Indexer.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Indexer.GraphQL.Http.Live;

/// <summary>
/// Answers with server-sent events, by the distinct connections mode of graphql-sse (its PROTOCOL.md): each result is an
/// event <c>next</c>, the end an event <c>complete</c>; refusals are results too.
/// </summary>
internal sealed class EventStream(GraphQLEngine engine, TimeProvider time, ILogger logger)
{
    /// <summary>How often an idle stream sends a comment, so that neither side's proxies take it for dead.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(12);

    private static readonly byte[] Complete = "event: complete\ndata:\n\n"u8.ToArray();
    private static readonly byte[] Comment = ":\n\n"u8.ToArray();
    private readonly Patience patience = new(engine.Options.SlowClientTimeout, time);

    /// <summary>Serves a request until its operation or the client ends.</summary>
    public async Task HandleAsync(HttpContext context, ClientAccount account, Func<Task<PreparedRequest>> prepareAsync)
    {
        var response = context.Response;
        response.ContentType = MediaTypes.EventStream;
        response.Headers.CacheControl = "no-cache";
        // For nginx, which would otherwise collect events.
        response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            await AnswerAsync(response, account, prepareAsync, context.RequestAborted);
            await SendAsync(response, Complete);
        }
        catch (SlowClientException)
        {
            // It has been told, or is gone.
        }
    }

    private async Task AnswerAsync(
        HttpResponse response,
        ClientAccount account,
        Func<Task<PreparedRequest>> prepareAsync,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var prepared = await prepareAsync();
            if (prepared.Operation is not { } operation)
            {
                await SendAsync(response, Event(ErrorJson.Response(prepared.Errors)));
            }
            else if (operation.Stream is { } stream)
            {
                var messages = await engine.SubscribeAsync(stream, cancellationToken);
                await SendAsync(response, Comment);
                await FollowAsync(response, messages);
            }
            else
            {
                using var answer = new MemoryStream();
                await account.ExecuteAsync(operation, answer, cancellationToken);
                await SendAsync(response, Event(answer.ToArray()));
            }
        }
        catch (GraphQLRequestException refusal)
        {
            await SendAsync(response, Event(ErrorJson.Response(refusal.Errors)));
        }
        catch (HttpRefusalException refusal)
        {
            await SendAsync(response, Event(ErrorJson.Response([refusal.Error])));
        }
        catch (Exception failure)
            when (failure is not (OperationCanceledException or SlowClientException or IOException))
        {
            logger.LogError(failure, "A GraphQL event stream failed.");
            await SendAsync(response, Event(ErrorJson.Response([GraphQLError.Internal])));
        }
    }

    private async Task FollowAsync(HttpResponse response, IAsyncEnumerable<ReadOnlyMemory<byte>> messages)
    {
        await using var following = messages.GetAsyncEnumerator();
        while (true)
        {
            var next = following.MoveNextAsync().AsTask();
            while (!await IsDoneAsync(next))
            {
                await SendAsync(response, Comment);
            }

            await next;
            await SendAsync(response, Event(following.Current.Span));
        }
    }

    private async Task<bool> IsDoneAsync(Task next)
    {
        await next.WaitAsync(Heartbeat, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return next.IsCompleted;
    }

    private async Task SendAsync(HttpResponse response, byte[] bytes)
    {
        var delivery = await patience.WaitAsync(WriteAsync(response, bytes));
        if (delivery == Delivery.Prompt)
        {
            return;
        }

        if (delivery == Delivery.Late)
        {
            byte[] last =
            [
                .. Event(ErrorJson.Response([new GraphQLError(Patience.Reason, [], ErrorCodes.Limit)])),
                .. Complete,
            ];
            delivery = await patience.WaitAsync(WriteAsync(response, last));
        }

        if (delivery == Delivery.Never)
        {
            response.HttpContext.Abort();
        }

        throw new SlowClientException();
    }

    private static async Task WriteAsync(HttpResponse response, byte[] bytes)
    {
        await response.Body.WriteAsync(bytes, CancellationToken.None);
        await response.Body.FlushAsync(CancellationToken.None);
    }

    /// <summary>One event; a line break in JSON is white space, in an event the end of a line.</summary>
    private static byte[] Event(ReadOnlySpan<byte> json)
    {
        var text = new byte["event: next\ndata: \n\n".Length + json.Length];
        "event: next\ndata: "u8.CopyTo(text);
        var data = text.AsSpan("event: next\ndata: ".Length);
        json.CopyTo(data);
        data[..json.Length].Replace((byte)'\n', (byte)' ');
        data[..json.Length].Replace((byte)'\r', (byte)' ');
        "\n\n"u8.CopyTo(data[json.Length..]);
        return text;
    }
}
