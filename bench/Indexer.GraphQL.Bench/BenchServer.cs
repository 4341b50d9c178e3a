using Indexer.Api;
using Indexer.GraphQL.Execution;
using Indexer.GraphQL.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Indexer.GraphQL.Bench;

/// <summary>The product's GraphQL endpoint on a free port.</summary>
internal sealed class BenchServer(WebApplication app) : IAsyncDisposable
{
    /// <summary>The key of clients that are not held to a rate.</summary>
    public const string Key = "bench";

    /// <summary>The rate that everybody else has in the product.</summary>
    public static RateLimits Rates { get; } =
        new() { Keys = new Dictionary<string, RequestRate> { [Key] = new(10_000_000, 1_000_000) } };

    public GraphQLEngine Engine => app.Services.GetRequiredService<GraphQLEngine>();

    public HandWritten ByHand { get; } = new();

    public Uri Url => new(app.Urls.Single() + IndexerApi.Path);

    public static async Task<BenchServer> StartAsync(NpgsqlDataSource source)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder
            .Services.AddSingleton(TimeProvider.System)
            .AddSingleton(source)
            .AddIndexerApi(
                new GraphQLOptions { MaxConcurrentRequestsPerClient = 16 },
                http: new GraphQLHttpOptions { RateLimits = Rates }
            );
        var application = builder.Build();
        application.MapIndexerApi();
        var server = new BenchServer(application);
        application.MapPost(HandWritten.Route, server.ByHand.HandleAsync);
        await application.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
