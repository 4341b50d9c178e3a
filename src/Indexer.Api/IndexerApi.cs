using Indexer.GraphQL;
using Indexer.GraphQL.Execution;
using Indexer.GraphQL.Explorer;
using Indexer.GraphQL.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Indexer.Api;

/// <summary>Serves the index by GraphQL.</summary>
public static class IndexerApi
{
    /// <summary>The path of the endpoint.</summary>
    public const string Path = "/graphql";

    /// <summary>The path of the schema in the schema definition language.</summary>
    public const string SchemaPath = "/schema.graphql";

    private const string ConnectionDefaults =
        "Max Auto Prepare=100;No Reset On Close=true;Maximum Pool Size=50;Command Timeout=0";

    /// <summary>
    /// Statements with many small parts seem costly to the planner; PostgreSQL would compile them for hundreds of milliseconds, each
    /// time anew, to save a few.
    /// </summary>
    private const string WithoutCompiler = "set jit = off";

    /// <summary>
    /// Connections for the engine: statements that come again and again stay prepared, nothing is reset between
    /// requests, because the engine leaves nothing behind, and the engine keeps the time itself. What the connection
    /// string says itself counts.
    /// </summary>
    /// <param name="connectionString">The database.</param>
    public static NpgsqlDataSource CreateDataSource(string connectionString) =>
        new NpgsqlDataSourceBuilder($"{ConnectionDefaults};{connectionString}")
            .UsePhysicalConnectionInitializer(
                connection =>
                {
                    using var command = new NpgsqlCommand(WithoutCompiler, connection);
                    command.ExecuteNonQuery();
                },
                async connection =>
                {
                    await using var command = new NpgsqlCommand(WithoutCompiler, connection);
                    await command.ExecuteNonQueryAsync();
                }
            )
            .Build();

    /// <summary>
    /// Registers the engine. It takes the <see cref="NpgsqlDataSource"/>, the <see cref="TimeProvider"/> and the logging
    /// of the application.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="options">The limits; the default ones when left out.</param>
    /// <param name="http">How to serve; the defaults when left out.</param>
    /// <param name="trusted">Documents that requests can name.</param>
    public static IServiceCollection AddIndexerApi(
        this IServiceCollection services,
        GraphQLOptions? options = null,
        GraphQLHttpOptions? http = null,
        TrustedDocuments? trusted = null
    ) =>
        services
            .AddGraphQLHttp(http)
            .AddSingleton(provider => new GraphQLEngine(
                ProductSchema.Create(),
                provider.GetRequiredService<NpgsqlDataSource>(),
                options ?? new GraphQLOptions(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<GraphQLEngine>>(),
                trusted
            ));

    /// <summary>
    /// Serves <see cref="Path"/>: POST with a JSON body, GET with query parameters, and to browsers a page to explore it; and the
    /// schema as a file at <see cref="SchemaPath"/>.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    public static IEndpointConventionBuilder MapIndexerApi(this IEndpointRouteBuilder endpoints)
    {
        var text = new Lazy<string>(ProductSchema.Print);
        endpoints.MapRatedGet(
            SchemaPath,
            requests: 1,
            context =>
            {
                context.Response.ContentType = "text/plain; charset=utf-8";
                context.Response.Headers.ContentDisposition = "attachment; filename=\"schema.graphql\"";
                context.Response.Headers.CacheControl = "no-cache";
                context.Response.Headers.XContentTypeOptions = "nosniff";
                return context.Response.WriteAsync(text.Value, context.RequestAborted);
            }
        );
        return endpoints.MapGraphQL(
            Path,
            new ExplorerOptions
            {
                Title = "Phala indexer",
                Examples = DocumentedQueries.All,
                Schema = SchemaPath.TrimStart('/'),
            }
        );
    }
}
