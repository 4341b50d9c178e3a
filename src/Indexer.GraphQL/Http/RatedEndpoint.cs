using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Indexer.GraphQL.Http;

/// <summary>What is served beside GraphQL and counts against the same rates of the same clients.</summary>
public static class RatedEndpoint
{
    /// <summary>Serves GET. Needs <see cref="GraphQLEndpoint.AddGraphQLHttp"/>.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="requests">For how many requests one counts.</param>
    /// <param name="handler">Answers.</param>
    public static IEndpointConventionBuilder MapRatedGet(
        this IEndpointRouteBuilder endpoints,
        string pattern,
        int requests,
        RequestDelegate handler
    )
    {
        var services = endpoints.ServiceProvider;
        var options = services.GetRequiredService<GraphQLHttpOptions>();
        var pipeline = endpoints.CreateApplicationBuilder();
        if (options.Origins.Count > 0)
        {
            pipeline.UseCors(policy => GraphQLEndpoint.Allow(policy, options.Origins));
        }

        if (services.GetService<RequestRates>() is { } rates)
        {
            pipeline.Use(rates.PassAsync);
            pipeline.Use(
                async (context, next) =>
                {
                    try
                    {
                        await rates.ChargeAsync(context, bytes: 0, requests);
                    }
                    catch (HttpRefusalException refusal)
                    {
                        HttpAnswers.Describe(context.Response, MediaTypes.Response);
                        await HttpAnswers.RefuseAsync(context, refusal.Status, [refusal.Error]);
                        return;
                    }

                    await next(context);
                }
            );
        }

        pipeline.Run(handler);
        return endpoints.MapMethods(pattern, [HttpMethods.Get], pipeline.Build());
    }

    /// <summary>Who sent a request: the same value for all requests of one client.</summary>
    /// <param name="context">The request.</param>
    public static object ClientOf(HttpContext context) =>
        (object?)context.RequestServices.GetService<RequestRates>()?.Client(context)
        ?? context.Connection.RemoteIpAddress
        ?? IPAddress.None;

    /// <summary>Whether a request bears a known key of a client.</summary>
    /// <param name="context">The request.</param>
    public static bool HasClientKey(HttpContext context) =>
        context.RequestServices.GetService<RequestRates>()?.Client(context).Key is not null;
}
