using Indexer.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace Indexer.GraphQL.Http;

/// <summary>Reads GraphQL requests out of HTTP requests.</summary>
/// <param name="engine">Its limits hold.</param>
/// <param name="rates">Holds clients to their rates; null for none.</param>
internal sealed class RequestReader(GraphQLEngine engine, RequestRates? rates)
{
    private readonly BodyReader body = new(engine.Options.MaxBodyBytes);

    /// <summary>The request in the body of a POST or the parameters of a GET.</summary>
    /// <exception cref="HttpRefusalException">It is none.</exception>
    public async Task<GraphQLRequest> ReadAsync(HttpRequest request, ClientAccount account)
    {
        if (HttpMethods.IsGet(request.Method))
        {
            await ChargeAsync(request.HttpContext, request.QueryString.Value?.Length ?? 0);
            return FromQuery(request.Query);
        }

        if (!HttpMethods.IsPost(request.Method))
        {
            throw new HttpRefusalException(StatusCodes.Status405MethodNotAllowed, "Use POST or GET.");
        }

        if (!MediaTypes.IsJson(request))
        {
            throw new HttpRefusalException(
                StatusCodes.Status415UnsupportedMediaType,
                "The body must be application/json in UTF-8."
            );
        }

        var json = await body.ReadAsync(request);
        await ChargeAsync(request.HttpContext, json.Length);
        await account.PayForReadingAsync(json.Length, request.HttpContext.RequestAborted);
        return RequestJson.Read(RequestJson.Parse(json, "The body"), "The body");
    }

    private Task ChargeAsync(HttpContext context, int size) => rates?.ChargeAsync(context, size) ?? Task.CompletedTask;

    private GraphQLRequest FromQuery(IQueryCollection parameters)
    {
        var query = Parameter(parameters, "query");
        var variables = Parameter(parameters, "variables");
        if ((query?.Length ?? 0) + (variables?.Length ?? 0) > engine.Options.MaxBodyBytes)
        {
            throw new HttpRefusalException(
                StatusCodes.Status413PayloadTooLarge,
                $"The query is longer than {engine.Options.MaxBodyBytes} characters.",
                ErrorCodes.Limit
            );
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
            throw new GraphQLRequestException($"The parameter \"{name}\" is given more than once.", ErrorCodes.Request);
        }

        return string.IsNullOrEmpty(values) ? null : values.ToString();
    }
}
