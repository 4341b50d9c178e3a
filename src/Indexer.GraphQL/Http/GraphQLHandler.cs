using System.Text;
using Indexer.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace Indexer.GraphQL.Http;

/// <summary>One HTTP exchange.</summary>
internal sealed class GraphQLHandler(GraphQLEngine engine)
{
    private readonly RequestReader reader = new(engine.Options);

    public async Task HandleAsync(HttpContext context)
    {
        if (MediaTypes.Negotiate(context.Request) is not { } mediaType)
        {
            context.Response.StatusCode = StatusCodes.Status406NotAcceptable;
            return;
        }

        context.Response.ContentType = $"{mediaType}; charset=utf-8";
        try
        {
            var request = await reader.ReadAsync(context.Request);
            var operation = engine.Prepare(request, out var errors);
            if (operation is null)
            {
                var status = mediaType == MediaTypes.Json ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
                await RefuseAsync(context, status, errors);
                return;
            }

            await engine.ExecuteAsync(operation, context.Response.Body, context.RequestAborted);
        }
        catch (HttpRefusalException refusal)
        {
            if (refusal.Status == StatusCodes.Status405MethodNotAllowed)
            {
                context.Response.Headers.Allow = "GET, POST";
            }

            await RefuseAsync(context, refusal.Status, [refusal.Error]);
        }
    }

    private static async Task RefuseAsync(HttpContext context, int status, IReadOnlyList<GraphQLError> errors)
    {
        context.Response.StatusCode = status;
        var json = Encoding.UTF8.GetBytes($"{{\"errors\":{ErrorJson.Write(errors)}}}");
        await context.Response.Body.WriteAsync(json, context.RequestAborted);
    }
}
