using System.Text.Json;
using Indexer.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace Indexer.GraphQL.Http;

/// <summary>Reads GraphQL requests out of HTTP requests.</summary>
/// <param name="engine">Its limits hold.</param>
/// <param name="rates">Holds clients to their rates; null for none.</param>
internal sealed class RequestReader(GraphQLEngine engine, RequestRates? rates)
{
    private readonly BodyReader bodies = new(engine.Options.MaxBodyBytes);

    /// <summary>What the body of a POST or the parameters of a GET ask.</summary>
    /// <exception cref="HttpRefusalException">They ask nothing, or too much.</exception>
    /// <exception cref="GraphQLRequestException">They are no request.</exception>
    public async Task<RequestBody> ReadAsync(HttpRequest request, ClientAccount account)
    {
        if (HttpMethods.IsGet(request.Method))
        {
            await ChargeAsync(request.HttpContext, request.QueryString.Value?.Length ?? 0);
            return new RequestBody(FromQuery(request.Query), []);
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

        var json = await bodies.ReadAsync(request);
        await account.PayForReadingAsync(json.Length, request.HttpContext.RequestAborted);
        var body = RequestJson.Parse(json, "The body");
        if (body.ValueKind != JsonValueKind.Array)
        {
            await ChargeAsync(request.HttpContext, json.Length);
            return new RequestBody(RequestJson.Read(body, "The body"), []);
        }

        var count = body.GetArrayLength();
        var most = engine.Options.MaxBatchedRequests;
        await ChargeAsync(request.HttpContext, json.Length, Math.Clamp(count, 1, most));
        return count > 0 && count <= most
            ? new RequestBody(Single: null, [.. body.EnumerateArray()])
            : throw new HttpRefusalException(
                StatusCodes.Status400BadRequest,
                $"The body has {count} requests; from 1 to {most} are allowed.",
                count > most ? ErrorCodes.Limit : ErrorCodes.Request
            );
    }

    private Task ChargeAsync(HttpContext context, int size, int requests = 1) =>
        rates?.ChargeAsync(context, size, requests) ?? Task.CompletedTask;

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

/// <summary>What an HTTP request asks.</summary>
/// <param name="Single">Its request; null when it has several.</param>
/// <param name="Batch">Several requests, each still to be read: a wrong one is no reason to refuse the others.</param>
internal sealed record RequestBody(GraphQLRequest? Single, IReadOnlyList<JsonElement> Batch);
