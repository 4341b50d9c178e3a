using Indexer.GraphQL.Execution;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Indexer.GraphQL.Http;

/// <summary>GraphQL over HTTP.</summary>
public static class GraphQLEndpoint
{
    /// <summary>How often an open WebSocket is asked whether its client is still there.</summary>
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Serves the registered <see cref="GraphQLEngine"/>: POST with a JSON body, GET with query parameters; subscriptions by
    /// WebSocket (graphql-transport-ws) and by server-sent events (graphql-sse, distinct connections).
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The path, usually <c>/graphql</c>.</param>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string pattern)
    {
        var services = endpoints.ServiceProvider;
        var handler = new GraphQLHandler(
            services.GetRequiredService<GraphQLEngine>(),
            services.GetService<TimeProvider>() ?? TimeProvider.System,
            services.GetRequiredService<ILogger<GraphQLHandler>>()
        );
        var pipeline = endpoints.CreateApplicationBuilder();
        pipeline.UseWebSockets(new WebSocketOptions { KeepAliveInterval = KeepAlive, KeepAliveTimeout = KeepAlive });
        pipeline.Run(handler.HandleAsync);
        return endpoints.Map(pattern, pipeline.Build());
    }
}
