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

        return MediaTypes.IsJson(request)
            ? FromBody(await BodyAsync(request))
            : throw new HttpRefusalException(
                StatusCodes.Status415UnsupportedMediaType,
                "The body must be application/json in UTF-8."
            );
    }

    private async Task<byte[]> BodyAsync(HttpRequest request)
    {
        var buffer = new byte[Math.Min(options.MaxBodyBytes, request.ContentLength ?? options.MaxBodyBytes) + 1];
        var length = await request.Body.ReadAtLeastAsync(
            buffer,
            buffer.Length,
            throwOnEndOfStream: false,
            request.HttpContext.RequestAborted
        );
        return length <= options.MaxBodyBytes
            ? buffer[..length]
            : throw new HttpRefusalException(
                StatusCodes.Status413PayloadTooLarge,
                $"The body is larger than {options.MaxBodyBytes} bytes.",
                ErrorCodes.Limit
            );
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
        var query = parameters["query"].ToString();
        var variables = parameters["variables"].ToString();
        if (query.Length == 0)
        {
            throw Bad("The parameter \"query\" is missing.");
        }

        if (query.Length + variables.Length > options.MaxBodyBytes)
        {
            throw new HttpRefusalException(
                StatusCodes.Status413PayloadTooLarge,
                $"The query is longer than {options.MaxBodyBytes} characters.",
                ErrorCodes.Limit
            );
        }

        var values = variables.Length == 0 ? default : Parse(Encoding.UTF8.GetBytes(variables), "\"variables\"");
        var name = parameters["operationName"].ToString();
        return values.ValueKind is JsonValueKind.Undefined or JsonValueKind.Object or JsonValueKind.Null
            ? new GraphQLRequest(query, name.Length == 0 ? null : name, values)
            : throw Bad("\"variables\" must be a JSON object.");
    }

    private static JsonElement Parse(byte[] json, string what)
    {
        try
        {
            if (!Utf8.IsValid(json) || !JsonText.IsValid(json))
            {
                throw Bad($"{what} is not valid Unicode text.");
            }

            using var document = JsonDocument.Parse(json, Json.Reader);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw Bad($"{what} is not valid JSON.");
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

    private static HttpRefusalException Bad(string message) => new(StatusCodes.Status400BadRequest, message);
}
