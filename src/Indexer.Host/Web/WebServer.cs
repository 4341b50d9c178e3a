using Indexer.Api;
using Indexer.Host.Databases;
using Indexer.Host.Reporting;
using Indexer.Host.Running;
using Indexer.Jobs;
using Indexer.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using IPNetwork = System.Net.IPNetwork;

namespace Indexer.Host.Web;

/// <summary>
/// What a process of any role serves over HTTP: health and metrics; GraphQL and the dashboard of jobs where it has the role.
/// </summary>
internal static class WebServer
{
    /// <summary>Starts to serve; where the process runs jobs, they run from now on.</summary>
    /// <param name="settings">What, where and how.</param>
    /// <param name="database">The index.</param>
    /// <param name="configureLogging">Where logs go.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <exception cref="IOException">An address is in use.</exception>
    public static async Task<WebApplication> StartAsync(
        WebSettings settings,
        IndexDatabase database,
        Action<ILoggingBuilder> configureLogging,
        CancellationToken cancellationToken
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        configureLogging(builder.Logging.ClearProviders());
        builder.WebHost.UseUrls(
            settings.Api.Urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        );
        AddServices(builder.Services, settings, database);
        var application = builder.Build();
        if (settings.Api.TrustedProxies.Count > 0)
        {
            application.UseForwardedHeaders(ForwardedBy(settings.Api.TrustedProxies));
        }

        application.UseRateLimiter();
        Map(application, settings.Role);
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

    private static void AddServices(IServiceCollection services, WebSettings settings, IndexDatabase database)
    {
        services
            .AddSingleton(TimeProvider.System)
            .AddSingleton(_ => IndexerApi.CreateDataSource(database.ConnectionString.Reveal()))
            .AddSingleton(settings.Api)
            .AddSingleton(new OperatorAccess(settings.Api))
            .AddSingleton<ExportSlots>()
            .AddSingleton(provider => new Reporter(
                database.DataSource,
                settings.Networks,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<Reporter>>()
            ))
            .AddSingleton<IndexMetrics>()
            .AddRateLimiter(StrangerRates.Configure)
            .AddTelemetry(settings.OtlpEndpoint);
        if (settings.Role.HasFlag(Role.Api))
        {
            services.AddIndexerApi(settings.Api.GraphQL, settings.Api.Http, settings.Api.TrustedDocuments);
        }

        if (settings.Role.HasFlag(Role.Jobs))
        {
            services.AddIndexerJobs(database.ConnectionString.Reveal());
        }
    }

    private static void Map(WebApplication application, Role role)
    {
        if (role.HasFlag(Role.Api))
        {
            application.MapIndexerApi();
            application.MapIndexerPages();
            ExportEndpoint.Map(application);
        }

        if (role.HasFlag(Role.Jobs))
        {
            var access = application.Services.GetRequiredService<OperatorAccess>();
            application.MapIndexerJobs(access.Challenge).RequireRateLimiting(StrangerRates.Policy);
        }

        HealthEndpoints.Map(application, role);
        MetricsEndpoint.Map(application);
        if (!role.HasFlag(Role.Api))
        {
            application.MapGet("/", () => "Phala indexer. Health: /health/ready.\n");
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
}
