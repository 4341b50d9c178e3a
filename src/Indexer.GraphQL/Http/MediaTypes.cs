using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Indexer.GraphQL.Http;

/// <summary>The media types of GraphQL over HTTP.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json";

    public const string Response = "application/graphql-response+json";
    public const string EventStream = "text/event-stream";

    private const int MostKnown = 100;

    /// <summary>What the headers of the first clients say: there are few different ones, and each comes again and again.</summary>
    private static readonly ConcurrentDictionary<string, (string? MediaType, bool IsEventStream)> known = new(
        StringComparer.Ordinal
    );

    /// <summary>
    /// Whether a client takes server-sent events, by name. Clients that name JSON, too, take them for subscriptions only.
    /// </summary>
    public static bool IsEventStream(HttpRequest request) => Known(request).IsEventStream;

    /// <summary>
    /// The media type to answer with, section 12.5.1 of RFC 9110: the range that names a type most exactly gives its
    /// quality. A client that does not mind gets <see cref="Json"/>, which every client understands.
    /// </summary>
    /// <returns>Null when the client accepts none that there is.</returns>
    public static string? Negotiate(HttpRequest request) => Known(request).MediaType;

    private static (string? MediaType, bool IsEventStream) Known(HttpRequest request)
    {
        var accept = request.Headers.Accept;
        if (accept is not [{ } single])
        {
            return Read(accept);
        }

        if (!known.TryGetValue(single, out var answer))
        {
            answer = Read(accept);
            if (known.Count < MostKnown)
            {
                known.TryAdd(single, answer);
            }
        }

        return answer;
    }

    private static (string? MediaType, bool IsEventStream) Read(StringValues accept)
    {
        if (accept.All(string.IsNullOrWhiteSpace))
        {
            return (Json, false);
        }

        return MediaTypeHeaderValue.TryParseList(accept, out var ranges)
            ? (Negotiate(ranges), ranges.Any(IsEventStream))
            : (null, false);
    }

    private static bool IsEventStream(MediaTypeHeaderValue range) =>
        range.MediaType.Equals(EventStream, StringComparison.OrdinalIgnoreCase) && range.Quality != 0;

    private static string? Negotiate(IList<MediaTypeHeaderValue> ranges)
    {
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
