using System.Text.Json;
using Indexer.GraphQL.Execution;
using Indexer.GraphQL.Http.Live;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Indexer.GraphQL.Http;

/// <summary>One HTTP exchange.</summary>
/// <param name="engine">Answers.</param>
/// <param name="rates">Holds clients to their rates; null for none.</param>
/// <param name="time">The clock of connections that stay open.</param>
/// <param name="logger">Told about failures.</param>
internal sealed class GraphQLHandler(
    GraphQLEngine engine,
    RequestRates? rates,
    TimeProvider time,
    ILogger<GraphQLHandler> logger
)
{
    /// <summary>The engine writes in small pieces; each unbuffered one would be a packet.</summary>
    private const int BufferBytes = 16 * 1024;

    /// <summary>Answers up to this size go at once, with their length.</summary>
    private const int MaxWholeBytes = 64 * 1024;

    /// <summary>Answers up to this size are held back to be tagged.</summary>
    private const int MaxTaggedBytes = 1024 * 1024;

    private readonly RequestReader reader = new(engine, rates);
    private readonly LiveHandler live = new(engine, time, logger);

    public async Task HandleAsync(HttpContext context)
    {
        var mediaType = MediaTypes.Negotiate(context.Request);
        HttpAnswers.Describe(context.Response, mediaType ?? MediaTypes.Response);
        try
        {
            await AnswerAsync(context, mediaType);
        }
        catch (HttpRefusalException refusal)
        {
            await HttpAnswers.RefuseAsync(context, refusal.Status, [refusal.Error]);
        }
        catch (GraphQLRequestException malformed)
        {
            await HttpAnswers.RefuseAsync(context, StatusCodes.Status400BadRequest, malformed.Errors);
        }
        catch (BadHttpRequestException malformed)
        {
            var error = new GraphQLError("The body cannot be read to its end.", [], ErrorCodes.Request);
            await HttpAnswers.RefuseAsync(context, malformed.StatusCode, [error]);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone; its statements are cancelled and nobody is left to be told.
            context.Abort();
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            logger.LogError(failure, "A GraphQL request failed.");
            await HttpAnswers.RefuseAsync(context, StatusCodes.Status500InternalServerError, [GraphQLError.Internal]);
        }
    }

    private async Task AnswerAsync(HttpContext context, string? mediaType)
    {
        var account = new ClientAccount(engine, rates, context);
        if (LiveHandler.Serves(context))
        {
            await live.HandleAsync(context, account, () => PrepareAsync(context, account));
            return;
        }

        if (mediaType is null)
        {
            throw new HttpRefusalException(
                StatusCodes.Status406NotAcceptable,
                $"Accept {MediaTypes.Response} or {MediaTypes.Json}."
            );
        }

        var body = await reader.ReadAsync(context.Request, account);
        if (body.Single is not { } request)
        {
            await AnswerBatchAsync(context, account, body.Batch);
            return;
        }

        var prepared = await account.PrepareAsync(request, context.RequestAborted);
        if (prepared.Operation is { Stream: not null } && MediaTypes.IsEventStream(context.Request))
        {
            await live.HandleAsync(context, account, () => Task.FromResult(prepared));
            return;
        }

        if (prepared.Operation is { } operation)
        {
            if (operation.Stream is not null)
            {
                throw new HttpRefusalException(StatusCodes.Status400BadRequest, LiveHandler.Advice);
            }

            await ExecuteAsync(context, account, operation);
            return;
        }

        var status = mediaType == MediaTypes.Json ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        await HttpAnswers.RefuseAsync(context, status, prepared.Errors);
    }

    /// <summary>The request of an event stream.</summary>
    private async Task<PreparedRequest> PrepareAsync(HttpContext context, ClientAccount account)
    {
        var body = await reader.ReadAsync(context.Request, account);
        return body.Single is { } request
            ? await account.PrepareAsync(request, context.RequestAborted)
            : throw new HttpRefusalException(
                StatusCodes.Status400BadRequest,
                $"Several requests are answered as an array; accept {MediaTypes.Json}."
            );
    }

    /// <summary>Answers one request after the other, in their order; what is wrong with one is its own answer.</summary>
    private static async Task AnswerBatchAsync(
        HttpContext context,
        ClientAccount account,
        IReadOnlyList<JsonElement> batch
    )
    {
        var output = new BufferedStream(context.Response.Body, BufferBytes);
        for (var index = 0; index < batch.Count; index++)
        {
            output.WriteByte((byte)(index == 0 ? '[' : ','));
            await AnswerAsync(batch[index], output, account, context.RequestAborted);
        }

        output.WriteByte((byte)']');
        await output.FlushAsync(context.RequestAborted);
    }

    private static async Task AnswerAsync(
        JsonElement json,
        Stream output,
        ClientAccount account,
        CancellationToken aborted
    )
    {
        IReadOnlyList<GraphQLError> errors;
        try
        {
            var prepared = await account.PrepareAsync(RequestJson.Read(json, "The request"), aborted);
            if (prepared.Operation is { Stream: null } operation)
            {
                await account.ExecuteAsync(operation, output, aborted);
                return;
            }

            errors = prepared.Operation is null
                ? prepared.Errors
                : [new GraphQLError(LiveHandler.Advice, [], ErrorCodes.Request)];
        }
        catch (GraphQLRequestException refusal)
        {
            errors = refusal.Errors;
        }

        await output.WriteAsync(ErrorJson.Response(errors), aborted);
    }

    /// <summary>
    /// A small answer goes at once, with its length; one to GET with an entity tag, or only told that the client has it.
    /// </summary>
    private static async Task ExecuteAsync(HttpContext context, ClientAccount account, PreparedOperation operation)
    {
        var isTagged = HttpMethods.IsGet(context.Request.Method);
        var (response, aborted) = (context.Response, context.RequestAborted);

        // Not disposed: after a failure that would send what is held back.
        var body = new BufferedStream(response.Body, BufferBytes);
        await using var held = new HeldBackStream(body, isTagged ? MaxTaggedBytes : MaxWholeBytes);
        var isWhole = await account.ExecuteAsync(operation, held, aborted);
        if (held.Held is not { } answer)
        {
            await body.FlushAsync(aborted);
        }
        else if (isTagged && isWhole && IsKnown(context, answer.Span))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.ContentType = null;
        }
        else
        {
            response.ContentLength = answer.Length;
            await response.Body.WriteAsync(answer, aborted);
        }
    }

    /// <summary>Tags an answer, and finds out whether the client has it already.</summary>
    private static bool IsKnown(HttpContext context, ReadOnlySpan<byte> answer)
    {
        var tag = EntityTags.Of(answer);
        context.Response.GetTypedHeaders().ETag = tag;
        return EntityTags.IsKnown(context.Request, tag);
    }
}
