using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Indexer.GraphQL.Http;

/// <summary>The media types of GraphQL over HTTP.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json";

    public const string Response = "application/graphql-response+json";

    /// <summary>The media type to answer with; null when the client accepts none that there is.</summary>
    public static string? Negotiate(HttpRequest request)
    {
        if (request.Headers.Accept.Count == 0)
        {
            return Json;
        }

        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted))
        {
            return null;
        }

        return accepted
            .Where(item => item.Quality != 0)
            .OrderByDescending(item => item.Quality ?? 1)
            .Select(Match)
            .FirstOrDefault(match => match is not null);
    }

    /// <summary>Whether a body is JSON in UTF-8.</summary>
    public static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static string? Match(MediaTypeHeaderValue accepted) =>
        accepted.MediaType.Value?.ToLowerInvariant() switch
        {
            Response => Response,
            Json or "*/*" or "application/*" => Json,
            _ => null,
        };
}
