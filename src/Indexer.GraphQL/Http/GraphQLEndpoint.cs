using Indexer.GraphQL.Execution;
using Indexer.GraphQL.Explorer;
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
    /// <summary>How often an open WebSocket is asked whether its client is still there.</summary>
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan PreflightMaxAge = TimeSpan.FromDays(1);

    /// <summary>Registers what <see cref="MapGraphQL"/> needs beside the <see cref="GraphQLEngine"/>.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="options">How to serve; the defaults when left out.</param>
    public static IServiceCollection AddGraphQLHttp(
        this IServiceCollection services,
        GraphQLHttpOptions? options = null
    )
    {
        if (options?.RateLimits is { } limits)
        {
            services.AddSingleton(provider => new RequestRates(limits, provider.GetRequiredService<TimeProvider>()));
        }

        return services
            .AddSingleton(options ?? new GraphQLHttpOptions())
            .AddCors()
            .AddResponseCompression(compression =>
            {
                // Attacks that guess secrets from sizes need a secret in the response; here everything is public.
                compression.EnableForHttps = true;
                compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, MediaTypes.Response];
            });
    }

    /// <summary>
    /// Serves the registered <see cref="GraphQLEngine"/>: POST with a JSON body, GET with query parameters; subscriptions by
    /// WebSocket (graphql-transport-ws) and by server-sent events (graphql-sse, distinct connections). Needs
    /// <see cref="AddGraphQLHttp"/> and a registered <see cref="TimeProvider"/>.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The path, usually <c>/graphql</c>.</param>
    /// <param name="explorer">
    /// The page for browsers: the answer to GET with <c>Accept: text/html</c> and no query. Null for none.
    /// </param>
    public static IEndpointConventionBuilder MapGraphQL(
        this IEndpointRouteBuilder endpoints,
        string pattern,
        ExplorerOptions? explorer = null
    )
    {
        var services = endpoints.ServiceProvider;
        var options = services.GetRequiredService<GraphQLHttpOptions>();
        var time = services.GetRequiredService<TimeProvider>();
        var rates = services.GetService<RequestRates>();
        var handler = new GraphQLHandler(
            services.GetRequiredService<GraphQLEngine>(),
            rates,
            time,
            services.GetRequiredService<ILogger<GraphQLHandler>>()
        );
        var page = explorer is null ? null : new ExplorerPage(explorer);
        if (page is not null)
        {
            endpoints.MapGet(
                $"{pattern.TrimEnd('/')}/{PageFiles.ExplorerFolder}/{{version}}/{{name}}",
                PageFiles.Explorer.WriteAsync
            );
        }

        var pipeline = endpoints.CreateApplicationBuilder();
        pipeline.UseWebSockets(Sockets(options));
        if (options.Origins.Count > 0)
        {
            pipeline.UseCors(policy => Allow(policy, options.Origins));
        }

        if (rates is not null)
        {
            pipeline.Use(rates.PassAsync);
        }

        if (options.Compression)
        {
            pipeline.UseResponseCompression();
        }

        pipeline.Run(context =>
            page is not null && ExplorerPage.IsWanted(context.Request)
                ? page.WriteAsync(context)
                : handler.HandleAsync(context)
        );
        return endpoints.Map(pattern, pipeline.Build());
    }

    /// <summary>Browsers ask nobody before they open a WebSocket to another site; the server has to look.</summary>
    private static WebSocketOptions Sockets(GraphQLHttpOptions options)
    {
        var sockets = new WebSocketOptions { KeepAliveInterval = KeepAlive, KeepAliveTimeout = KeepAlive };
        foreach (var origin in options.Origins)
        {
            sockets.AllowedOrigins.Add(origin);
        }

        return sockets;
    }

    internal static void Allow(CorsPolicyBuilder policy, IReadOnlyList<string> origins) =>
        policy
            .WithOrigins([.. origins])
            .WithMethods("GET", "POST")
            .AllowAnyHeader()
            .WithExposedHeaders(HeaderNames.ETag, HeaderNames.RetryAfter)
            .SetPreflightMaxAge(PreflightMaxAge);
}
