using Indexer.GraphQL.Execution;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Indexer.GraphQL.Http;

/// <summary>GraphQL over HTTP.</summary>
public static class GraphQLEndpoint
{
    private static readonly TimeSpan PreflightMaxAge = TimeSpan.FromDays(1);

    /// <summary>Registers what <see cref="MapGraphQL"/> needs beside the <see cref="GraphQLEngine"/>.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="options">How to serve; the defaults when left out.</param>
    public static IServiceCollection AddGraphQLHttp(
        this IServiceCollection services,
        GraphQLHttpOptions? options = null
    ) =>
        services
            .AddSingleton(options ?? new GraphQLHttpOptions())
            .AddCors()
            .AddRateLimiter(_ => { })
            .AddResponseCompression(compression =>
            {
                // Attacks that guess secrets from sizes need a secret in the response; here everything is public.
                compression.EnableForHttps = true;
                compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, MediaTypes.Response];
            });

    /// <summary>Serves the registered <see cref="GraphQLEngine"/>: POST with a JSON body, GET with query parameters.
    /// Needs <see cref="AddGraphQLHttp"/> and a registered <see cref="TimeProvider"/>.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The path, usually <c>/graphql</c>.</param>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string pattern)
    {
        var services = endpoints.ServiceProvider;
        var options = services.GetRequiredService<GraphQLHttpOptions>();
        var handler = new GraphQLHandler(
            services.GetRequiredService<GraphQLEngine>(),
            services.GetRequiredService<ILogger<GraphQLHandler>>()
        );
        var pipeline = endpoints.CreateApplicationBuilder();
        if (options.Origins.Count > 0)
        {
            pipeline.UseCors(policy => Allow(policy, options.Origins));
        }

        if (options.RateLimits is { } limits)
        {
            pipeline.UseRateLimiter(new RequestRates(limits, services.GetRequiredService<TimeProvider>()).Options());
        }

        if (options.Compression)
        {
            pipeline.UseResponseCompression();
        }

        pipeline.Run(handler.HandleAsync);
        return endpoints.Map(pattern, pipeline.Build());
    }

    private static void Allow(CorsPolicyBuilder policy, IReadOnlyList<string> origins) =>
        policy
            .WithOrigins([.. origins])
            .WithMethods("GET", "POST")
            .AllowAnyHeader()
            .WithExposedHeaders(HeaderNames.ETag, HeaderNames.RetryAfter)
            .SetPreflightMaxAge(PreflightMaxAge);
}
