using System.Text;
using Indexer.GraphQL.Execution;
using Indexer.GraphQL.Http.Live;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Indexer.GraphQL.Http;

/// <summary>One HTTP exchange.</summary>
internal sealed class GraphQLHandler(GraphQLEngine engine, TimeProvider time, ILogger<GraphQLHandler> logger)
{
    /// <summary>The engine writes in small pieces; each unbuffered one would be a packet.</summary>
    private const int BufferBytes = 16 * 1024;

    private readonly RequestReader reader = new(engine.Options);
    private readonly LiveHandler live = new(engine, time, logger);

    public async Task HandleAsync(HttpContext context)
    {
        var mediaType = MediaTypes.Negotiate(context.Request);
        Describe(context.Response, mediaType ?? MediaTypes.Response);
        try
        {
            await AnswerAsync(context, mediaType);
        }
        catch (HttpRefusalException refusal)
        {
            await RefuseAsync(context, refusal.Status, [refusal.Error]);
        }
        catch (GraphQLRequestException malformed)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, malformed.Errors);
        }
        catch (BadHttpRequestException malformed)
        {
            var error = new GraphQLError("The body cannot be read to its end.", [], ErrorCodes.Request);
            await RefuseAsync(context, malformed.StatusCode, [error]);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone; its statements are cancelled and nobody is left to be told.
            context.Abort();
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            logger.LogError(failure, "A GraphQL request failed.");
            await RefuseAsync(context, StatusCodes.Status500InternalServerError, [GraphQLError.Internal]);
        }
    }

    private async Task AnswerAsync(HttpContext context, string? mediaType)
    {
        if (LiveHandler.Serves(context))
        {
            await live.HandleAsync(context, () => reader.ReadAsync(context.Request));
            return;
        }

        if (mediaType is null)
        {
            throw new HttpRefusalException(
                StatusCodes.Status406NotAcceptable,
                $"Accept {MediaTypes.Response} or {MediaTypes.Json}."
            );
        }

        var request = await reader.ReadAsync(context.Request);
        if (engine.Prepare(request, out var errors) is { } operation)
        {
            if (operation.Stream is not null)
            {
                throw new HttpRefusalException(StatusCodes.Status400BadRequest, LiveHandler.Advice);
            }

            // Not disposed: after a failure that would send what is held back.
            var body = new BufferedStream(context.Response.Body, BufferBytes);
            await engine.ExecuteAsync(operation, body, context.RequestAborted);
            await body.FlushAsync(context.RequestAborted);
            return;
        }

        var status = mediaType == MediaTypes.Json ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        await RefuseAsync(context, status, errors);
    }

    private static void Describe(HttpResponse response, string mediaType)
    {
        response.ContentType = $"{mediaType}; charset=utf-8";
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = "Accept";
        response.Headers.XContentTypeOptions = "nosniff";
    }

    private static async Task RefuseAsync(HttpContext context, int status, IReadOnlyList<GraphQLError> errors)
    {
        var response = context.Response;
        response.StatusCode = status;
        if (status == StatusCodes.Status405MethodNotAllowed)
        {
            response.Headers.Allow = "GET, POST";
        }

        var json = Encoding.UTF8.GetBytes($"{{\"errors\":{ErrorJson.Write(errors)}}}");
        response.ContentLength = json.Length;
        await response.Body.WriteAsync(json, context.RequestAborted);
    }
}
