using Indexer.Api;
using Indexer.Host.Databases;
using Indexer.Host.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using IPNetwork = System.Net.IPNetwork;

namespace Indexer.Host.Web;

/// <summary>GraphQL, health and metrics over HTTP.</summary>
internal static class ApiServer
{
    private const string Ready = "ready";

    /// <summary>Starts to serve.</summary>
    /// <param name="settings">Where and how.</param>
    /// <param name="database">What to serve.</param>
    /// <param name="board">The progress, for health and metrics.</param>
    /// <param name="configureLogging">Where logs go.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <exception cref="IOException">An address is in use.</exception>
    public static async Task<WebApplication> StartAsync(
        ApiSettings settings,
        IndexDatabase database,
        ProgressBoard board,
        Action<ILoggingBuilder> configureLogging,
        CancellationToken cancellationToken
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        configureLogging(builder.Logging.ClearProviders());
        builder.WebHost.UseUrls(
            settings.Urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        );
        builder
            .Services.AddSingleton(board)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(_ => IndexerApi.CreateDataSource(database.ConnectionString.Reveal()))
            .AddSingleton<IngestionMetrics>();
        builder.Services.AddIndexerApi(settings.GraphQL, settings.Http, settings.TrustedDocuments);
        builder
            .Services.AddHealthChecks()
            .AddCheck<DatabaseHealth>("database", tags: [Ready])
            .AddCheck<IngestionHealth>("ingestion", tags: [Ready]);
        var application = builder.Build();
        if (settings.TrustedProxies.Count > 0)
        {
            application.UseForwardedHeaders(ForwardedBy(settings.TrustedProxies));
        }

        application.Services.GetRequiredService<IngestionMetrics>();
        application.MapIndexerApi();
        application.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        application.MapHealthChecks(
            "/health/ready",
            new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync }
        );
        application.MapGet(
            "/metrics",
            () => Results.Text(PrometheusText.Read(IngestionMetrics.MeterName), PrometheusText.ContentType)
        );
        application.MapGet(
            "/",
            () => "Phala indexer. GraphQL: POST /graphql. Health: /health/ready. Metrics: /metrics.\n"
        );
        try
        {
            await application.StartAsync(cancellationToken);
            return application;
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
    }

    /// <summary>The client's address is the last one that no trusted proxy has; what it says before is its own claim.</summary>
    private static ForwardedHeadersOptions ForwardedBy(IReadOnlyList<IPNetwork> proxies)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor,
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            options.KnownIPNetworks.Add(proxy);
        }

        return options;
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) =>
        context.Response.WriteAsJsonAsync(
            new
            {
                status = report.Status.ToString(),
                checks = report.Entries.ToDictionary(
                    entry => entry.Key,
                    entry => new { status = entry.Value.Status.ToString(), entry.Value.Description }
                ),
            },
            context.RequestAborted
        );
}
