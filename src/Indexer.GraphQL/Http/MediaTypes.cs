using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Indexer.GraphQL.Http;

/// <summary>The media types of GraphQL over HTTP.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json";

    public const string Response = "application/graphql-response+json";
    public const string EventStream = "text/event-stream";

    /// <summary>Whether a client asks for server-sent events, by name.</summary>
    public static bool IsEventStream(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var ranges)
        && ranges.Any(range =>
            range.MediaType.Equals(EventStream, StringComparison.OrdinalIgnoreCase) && range.Quality != 0
        );

    /// <summary>
    /// The media type to answer with, section 12.5.1 of RFC 9110: the range that names a type most exactly gives its
    /// quality. A client that does not mind gets <see cref="Json"/>, which every client understands.
    /// </summary>
    /// <returns>Null when the client accepts none that there is.</returns>
    public static string? Negotiate(HttpRequest request)
    {
        if (request.Headers.Accept.All(string.IsNullOrWhiteSpace))
        {
            return Json;
        }

        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var ranges))
        {
            return null;
        }

        return new[] { Json, Response }
            .Select(type => (Type: type, Range: MostExact(ranges, type)))
            .Where(item => item.Range is not null && item.Range.Quality != 0)
            .OrderByDescending(item => item.Range!.Quality ?? 1)
            .ThenBy(item => Vagueness(item.Range!, item.Type))
            .ThenBy(item => ranges.IndexOf(item.Range!))
            .Select(item => item.Type)
            .FirstOrDefault();
    }

    /// <summary>Whether a body is JSON in UTF-8.</summary>
    public static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
        && (
            !type.Charset.HasValue
            || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)
        );

    private static MediaTypeHeaderValue? MostExact(IList<MediaTypeHeaderValue> ranges, string type) =>
        ranges.Where(range => Vagueness(range, type) is not null).MinBy(range => Vagueness(range, type));

    private static int? Vagueness(MediaTypeHeaderValue range, string type) =>
        range.MediaType.Value?.ToLowerInvariant() switch
        {
            var name when name == type => 0,
            "application/*" => 1,
            "*/*" => 2,
            _ => null,
        };
}
