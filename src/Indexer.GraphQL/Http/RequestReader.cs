using System.Buffers;
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
            ? RequestJson.Read(RequestJson.Parse(await BodyAsync(request), "The body"), "The body")
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

    private GraphQLRequest FromQuery(IQueryCollection parameters)
    {
        var query = Parameter(parameters, "query");
        var variables = Parameter(parameters, "variables");
        if ((query?.Length ?? 0) + (variables?.Length ?? 0) > options.MaxBodyBytes)
        {
            throw TooLarge($"The query is longer than {options.MaxBodyBytes} characters.");
        }

        var extensions = RequestJson.Map(Parameter(parameters, "extensions"), "extensions");
        return RequestJson.Check(
            new GraphQLRequest(query, Parameter(parameters, "operationName"), RequestJson.Map(variables, "variables"))
            {
                DocumentId = Parameter(parameters, "documentId"),
                Sha256Hash = RequestJson.PersistedQuery(extensions),
            },
            "The parameter \"query\" is missing."
        );
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

    private static HttpRefusalException Unsupported(string message) =>
        new(StatusCodes.Status415UnsupportedMediaType, message);

    private static HttpRefusalException TooLarge(string message) =>
        new(StatusCodes.Status413PayloadTooLarge, message, ErrorCodes.Limit);

    private static HttpRefusalException Bad(string message) => new(StatusCodes.Status400BadRequest, message);
}
