using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace Indexer.GraphQL.Http;

/// <summary>Reads GraphQL requests out of HTTP requests.</summary>
internal sealed class RequestReader(GraphQLOptions options)
{
    /// <summary>The request in the body of a POST or the parameters of a GET.</summary>
    /// <exception cref="HttpRefusalException">It is none.</exception>
    public async Task<GraphQLRequest> ReadAsync(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method))
        {
            return FromQuery(request.Query);
        }

        if (!HttpMethods.IsPost(request.Method))
        {
            throw new HttpRefusalException(StatusCodes.Status405MethodNotAllowed, "Use POST or GET.");
        }

        if (!MediaTypes.IsJson(request))
        {
            throw Unsupported("The body must be application/json in UTF-8.");
        }

        return request.Headers.ContentEncoding.All(IsPlain)
            ? FromBody(await BodyAsync(request))
            : throw Unsupported("The body must not be compressed.");
    }

    private static bool IsPlain(string? encoding) =>
        string.IsNullOrWhiteSpace(encoding) || encoding.Equals("identity", StringComparison.OrdinalIgnoreCase);

    private async Task<byte[]> BodyAsync(HttpRequest request)
    {
        if (request.ContentLength > options.MaxBodyBytes)
        {
            throw TooLarge($"The body is larger than {options.MaxBodyBytes} bytes.");
        }

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(request.HttpContext.RequestAborted);
            var isTooLarge = read.Buffer.Length > options.MaxBodyBytes;
            var body = read.IsCompleted && !isTooLarge ? read.Buffer.ToArray() : null;
            request.BodyReader.AdvanceTo(
                body is null && !isTooLarge ? read.Buffer.Start : read.Buffer.End,
                read.Buffer.End
            );
            if (isTooLarge)
            {
                throw TooLarge($"The body is larger than {options.MaxBodyBytes} bytes.");
            }

            if (body is not null)
            {
                return body;
            }
        }
    }

    private static GraphQLRequest FromBody(byte[] body)
    {
        var json = Parse(body, "The body");
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw Bad("The body must be a JSON object.");
        }

        var query = Text(json, "query") ?? throw Bad("The body has no string \"query\".");
        foreach (var name in new[] { "variables", "extensions" })
        {
            if (
                json.TryGetProperty(name, out var map)
                && map.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null)
            )
            {
                throw Bad($"\"{name}\" must be a JSON object.");
            }
        }

        return new GraphQLRequest(
            query,
            Text(json, "operationName"),
            json.TryGetProperty("variables", out var variables) ? variables : default
        );
    }

    private GraphQLRequest FromQuery(IQueryCollection parameters)
    {
        var query = Parameter(parameters, "query") ?? throw Bad("The parameter \"query\" is missing.");
        var variables = Parameter(parameters, "variables");
        if (query.Length + (variables?.Length ?? 0) > options.MaxBodyBytes)
        {
            throw TooLarge($"The query is longer than {options.MaxBodyBytes} characters.");
        }

        Map(Parameter(parameters, "extensions"), "extensions");
        return new GraphQLRequest(query, Parameter(parameters, "operationName"), Map(variables, "variables"));
    }

    /// <summary>A parameter of the URL; one without value counts as left out.</summary>
    private static string? Parameter(IQueryCollection parameters, string name)
    {
        var values = parameters[name];
        if (values.Count > 1)
        {
            throw Bad($"The parameter \"{name}\" is given more than once.");
        }

        return string.IsNullOrEmpty(values) ? null : values.ToString();
    }

    private static JsonElement Map(string? json, string name)
    {
        var value = json is null ? default : Parse(Encoding.UTF8.GetBytes(json), $"\"{name}\"");
        return value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Object or JsonValueKind.Null
            ? value
            : throw Bad($"\"{name}\" must be a JSON object.");
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> json, string what)
    {
        // A byte order mark is no part of the text; RFC 8259 lets a reader skip it.
        if (json.Span.StartsWith(Encoding.UTF8.Preamble))
        {
            json = json[Encoding.UTF8.Preamble.Length..];
        }

        try
        {
            if (!Utf8.IsValid(json.Span) || !JsonText.IsValid(json.Span))
            {
                throw Bad($"{what} is not valid Unicode text.");
            }

            using var document = JsonDocument.Parse(json, Json.Reader);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw Bad($"{what} is not valid JSON of at most {Json.Reader.MaxDepth} levels.");
        }
    }

    private static string? Text(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw Bad($"\"{name}\" must be a string.");
    }

    private static HttpRefusalException Unsupported(string message) =>
        new(StatusCodes.Status415UnsupportedMediaType, message);

    private static HttpRefusalException TooLarge(string message) =>
        new(StatusCodes.Status413PayloadTooLarge, message, ErrorCodes.Limit);

    private static HttpRefusalException Bad(string message) => new(StatusCodes.Status400BadRequest, message);
}
