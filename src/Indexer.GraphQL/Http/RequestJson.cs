using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Indexer.GraphQL.Http;

/// <summary>GraphQL requests written as JSON objects, the same for every transport.</summary>
internal static class RequestJson
{
    /// <summary>A JSON text of bounded depth; its strings are not looked at yet.</summary>
    /// <param name="json">The bytes.</param>
    /// <param name="what">What they are, at the start of a sentence.</param>
    /// <exception cref="GraphQLRequestException">They are no JSON.</exception>
    public static JsonElement Parse(ReadOnlyMemory<byte> json, string what)
    {
        // A byte order mark is no part of the text; RFC 8259 lets a reader skip it.
        if (json.Span.StartsWith(Encoding.UTF8.Preamble))
        {
            json = json[Encoding.UTF8.Preamble.Length..];
        }

        try
        {
            using var document = JsonDocument.Parse(json, Json.Reader);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw Bad($"{what} is not valid JSON of at most {Json.Reader.MaxDepth} levels.");
        }
    }

    /// <summary>The request that a value is: <c>query</c> or <c>documentId</c> or the hash of a persisted query,
    /// <c>operationName</c>, <c>variables</c>, <c>extensions</c>. Unknown members are ignored.</summary>
    /// <param name="json">The body of a POST, the payload of a message.</param>
    /// <param name="what">What it is, at the start of a sentence.</param>
    /// <exception cref="GraphQLRequestException">It is no request.</exception>
    public static GraphQLRequest Read(JsonElement json, string what)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            throw Bad($"{what} is a list of requests; send each on its own.");
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            throw Bad($"{what} must be a JSON object.");
        }

        CheckText(json, what);
        return Check(
            new GraphQLRequest(Text(json, "query"), Text(json, "operationName"), Map(json, "variables"))
            {
                // Relay's documentation calls it doc_id.
                DocumentId = Text(json, "documentId") ?? Text(json, "doc_id"),
                Sha256Hash = PersistedQuery(Map(json, "extensions")),
            },
            $"{what} has no string \"query\" and no \"documentId\"."
        );
    }

    /// <summary>The same request, if it names exactly one document.</summary>
    /// <param name="request">The request.</param>
    /// <param name="missing">The message when it names none.</param>
    /// <exception cref="GraphQLRequestException">It names none, or two.</exception>
    public static GraphQLRequest Check(GraphQLRequest request, string missing)
    {
        if (request.Query is null && request.DocumentId is null && request.Sha256Hash is null)
        {
            throw Bad(missing);
        }

        return request.DocumentId is null || request is { Query: null, Sha256Hash: null }
            ? request
            : throw Bad("A request with \"documentId\" must not have a \"query\" or a persisted query's hash.");
    }

    /// <summary>An object written in a parameter of a URL; undefined for null.</summary>
    /// <exception cref="GraphQLRequestException">It is none.</exception>
    public static JsonElement Map(string? json, string name)
    {
        if (json is null)
        {
            return default;
        }

        var value = Parse(Encoding.UTF8.GetBytes(json), $"\"{name}\"");
        CheckText(value, $"\"{name}\"");
        return CheckMap(value, name);
    }

    /// <summary>The hash in the extension of Apollo's automatic persisted queries; null without it.</summary>
    /// <exception cref="GraphQLRequestException">The extension is malformed.</exception>
    public static string? PersistedQuery(JsonElement extensions)
    {
        if (
            extensions.ValueKind != JsonValueKind.Object
            || !extensions.TryGetProperty("persistedQuery", out var value)
            || value.ValueKind == JsonValueKind.Null
        )
        {
            return null;
        }

        var isVersion1 =
            CheckMap(value, "persistedQuery").TryGetProperty("version", out var version)
            && version.ValueKind == JsonValueKind.Number
            && version.TryGetInt32(out var number)
            && number == 1;
        return isVersion1
            ? Text(value, "sha256Hash") ?? throw Bad("\"persistedQuery\" has no string \"sha256Hash\".")
            : throw Bad("Unsupported persisted query version; it must be 1.");
    }

    private static JsonElement Map(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? CheckMap(value, name) : default;

    private static JsonElement CheckMap(JsonElement value, string name) =>
        value.ValueKind is JsonValueKind.Object or JsonValueKind.Null
            ? value
            : throw Bad($"\"{name}\" must be a JSON object.");

    private static string? Text(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw Bad($"\"{name}\" must be a string.");
    }

    /// <summary>JsonDocument leaves the text of strings unchecked until they are read.</summary>
    private static void CheckText(JsonElement json, string what)
    {
        if (!JsonText.IsValid(JsonMarshal.GetRawUtf8Value(json)))
        {
            throw Bad($"{what} is not valid Unicode text.");
        }
    }

    private static GraphQLRequestException Bad(string message) => new(message, ErrorCodes.Request);
}
