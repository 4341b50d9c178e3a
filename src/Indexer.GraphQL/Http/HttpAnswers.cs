using System.Buffers.Text;
using System.Security.Cryptography;
using Indexer.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

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

/// <summary>A request that HTTP itself refuses.</summary>
internal sealed class HttpRefusalException(int status, string message, string code = ErrorCodes.Request)
    : Exception(message)
{
    public int Status => status;

    public GraphQLError Error => new(Message, [], code);
}

/// <summary>Entity tags of answers, section 8.8.3 of RFC 9110.</summary>
internal static class EntityTags
{
    private const int HashBytes = 16;

    /// <summary>The tag of an answer: its hash. It is weak because it is the same whether the answer is compressed or not.</summary>
    public static EntityTagHeaderValue Of(ReadOnlySpan<byte> body) =>
        new($"\"{Base64Url.EncodeToString(SHA256.HashData(body).AsSpan(0, HashBytes))}\"", isWeak: true);

    /// <summary>Whether the client already has the answer, section 13.1.2 of RFC 9110.</summary>
    public static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known)
        && known.Any(item => item.Equals(EntityTagHeaderValue.Any) || item.Compare(tag, useStrongComparison: false));
}
