using Indexer.GraphQL.Execution;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Indexer.GraphQL.Http;

/// <summary>GraphQL over HTTP.</summary>
public static class GraphQLEndpoint
{
    /// <summary>Serves the registered <see cref="GraphQLEngine"/>: POST with a JSON body, GET with query parameters.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The path, usually <c>/graphql</c>.</param>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string pattern)
    {
        var handler = new GraphQLHandler(endpoints.ServiceProvider.GetRequiredService<GraphQLEngine>());
        return endpoints.Map(pattern, handler.HandleAsync);
    }
}
