using Indexer.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace Indexer.GraphQL.Http;

/// <summary>What all responses have in common.</summary>
internal static class HttpAnswers
{
    /// <summary>The headers of a response.</summary>
    public static void Describe(HttpResponse response, string mediaType)
    {
        response.ContentType = $"{mediaType}; charset=utf-8";

        // The index moves with every block, and even old blocks may be indexed anew by a newer version: no answer is
        // known to be final. Caches may keep it, but must ask whether it is still the same (see ETag).
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = "Accept, Accept-Encoding";
        response.Headers.XContentTypeOptions = "nosniff";
    }

    /// <summary>Answers with errors alone.</summary>
    public static async Task RefuseAsync(HttpContext context, int status, IReadOnlyList<GraphQLError> errors)
    {
        GraphQLTelemetry.Refused(errors);
        var response = context.Response;
        response.StatusCode = status;
        if (status == StatusCodes.Status405MethodNotAllowed)
        {
            response.Headers.Allow = "GET, POST";
        }

        var json = ErrorJson.Response(errors);
        response.ContentLength = json.Length;
        await response.Body.WriteAsync(json, context.RequestAborted);
    }
}
