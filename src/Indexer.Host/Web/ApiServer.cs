using Indexer.Api;
using Indexer.Host.Databases;
using Indexer.Host.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Indexer.Host.Web;

/// <summary>GraphQL, health and metrics over HTTP.</summary>
internal static class ApiServer
{
    private const string Ready = "ready";

    /// <summary>Starts to serve.</summary>
    /// <param name="urls">Addresses to listen on, separated by semicolons.</param>
    /// <param name="database">What to serve.</param>
    /// <param name="board">The progress, for health and metrics.</param>
    /// <param name="configureLogging">Where logs go.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <exception cref="IOException">An address is in use.</exception>
    public static async Task<WebApplication> StartAsync(
        string urls,
        IndexDatabase database,
        ProgressBoard board,
        Action<ILoggingBuilder> configureLogging,
        CancellationToken cancellationToken
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        configureLogging(builder.Logging.ClearProviders());
        builder.WebHost.UseUrls(
            urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        );
        builder
            .Services.AddSingleton(board)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(database.DataSource)
            .AddSingleton<IngestionMetrics>();
        builder.Services.AddIndexerApi();
        builder
            .Services.AddHealthChecks()
            .AddCheck<DatabaseHealth>("database", tags: [Ready])
            .AddCheck<IngestionHealth>("ingestion", tags: [Ready]);
        var application = builder.Build();
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
