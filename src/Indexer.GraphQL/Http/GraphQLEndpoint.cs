using Indexer.GraphQL.Execution;
using Indexer.GraphQL.Explorer;
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
        var handler = new GraphQLHandler(
            services.GetRequiredService<GraphQLEngine>(),
            services.GetRequiredService<ILogger<GraphQLHandler>>()
        );
        if (explorer is null)
        {
            return endpoints.Map(pattern, handler.HandleAsync);
        }

        var page = new ExplorerPage(explorer);
        endpoints.MapGet(
            $"{pattern.TrimEnd('/')}/{ExplorerPage.Folder}/{{version}}/{{name}}",
            ExplorerPage.WriteAssetAsync
        );
        return endpoints.Map(
            pattern,
            context => ExplorerPage.IsWanted(context.Request) ? page.WriteAsync(context) : handler.HandleAsync(context)
        );
    }
}
