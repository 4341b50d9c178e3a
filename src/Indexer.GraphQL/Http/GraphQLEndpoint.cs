using Indexer.GraphQL.Execution;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Indexer.GraphQL.Http;

/// <summary>GraphQL over HTTP.</summary>
public static class GraphQLEndpoint
{
    /// <summary>Serves the registered <see cref="GraphQLEngine"/>: POST with a JSON body, GET with query parameters.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The path, usually <c>/graphql</c>.</param>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string pattern)
    {
        var services = endpoints.ServiceProvider;
        var handler = new GraphQLHandler(
            services.GetRequiredService<GraphQLEngine>(),
            services.GetRequiredService<ILogger<GraphQLHandler>>()
        );
        return endpoints.Map(pattern, handler.HandleAsync);
    }
}
