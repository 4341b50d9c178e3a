using Indexer.Host.Reporting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Indexer.Host.Web;

/// <summary>
/// Collects what the projects measure and trace (meters and sources called <c>Indexer.…</c>), with that of the runtime, the web
/// server and the database's client. Metrics can be read at <c>/metrics</c>; with an endpoint, they and the traces are sent to it
/// by OTLP over HTTP.
/// </summary>
internal static class Telemetry
{
    private const string Own = "Indexer.*";

    /// <summary>Telemetry of an application that serves.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="endpoint">The collector, for example http://localhost:4318; null for none.</param>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, Uri? endpoint)
    {
        var telemetry = services
            .AddOpenTelemetry()
            .WithMetrics(metrics =>
                Configure(metrics, endpoint).AddAspNetCoreInstrumentation().AddPrometheusExporter()
            );
        if (endpoint is not null)
        {
            telemetry.WithTracing(traces => Configure(traces, endpoint).AddAspNetCoreInstrumentation());
            services.AddHostedService<ReportRefresh>();
        }

        return services;
    }

    /// <summary>Telemetry of a program that indexes without serving.</summary>
    /// <returns>Sends what is left when it is disposed; null without an endpoint.</returns>
    public static IDisposable? Start(Uri? endpoint)
    {
        if (endpoint is null)
        {
            return null;
        }

        var metrics = Configure(Sdk.CreateMeterProviderBuilder(), endpoint).Build();
        var traces = Configure(Sdk.CreateTracerProviderBuilder(), endpoint).Build();
        return new Providers(metrics, traces);
    }

    private static MeterProviderBuilder Configure(MeterProviderBuilder metrics, Uri? endpoint)
    {
        metrics.ConfigureResource(Describe).AddMeter(Own).AddMeter("Npgsql").AddRuntimeInstrumentation();
        return endpoint is null ? metrics : metrics.AddOtlpExporter(otlp => Send(otlp, endpoint, "v1/metrics"));
    }

    private static TracerProviderBuilder Configure(TracerProviderBuilder traces, Uri endpoint) =>
        traces
            .ConfigureResource(Describe)
            .AddSource(Own)
            .AddNpgsql()
            .AddOtlpExporter(otlp => Send(otlp, endpoint, "v1/traces"));

    private static void Describe(ResourceBuilder resource) =>
        resource.AddService(
            "phala-indexer",
            serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString(),
            serviceInstanceId: $"{Environment.MachineName}-{Environment.ProcessId}"
        );

    private static void Send(OtlpExporterOptions otlp, Uri endpoint, string path)
    {
        otlp.Protocol = OtlpExportProtocol.HttpProtobuf;
        otlp.Endpoint = new Uri($"{endpoint.ToString().TrimEnd('/')}/{path}");
    }

    private sealed class Providers(MeterProvider metrics, TracerProvider traces) : IDisposable
    {
        public void Dispose()
        {
            traces.Dispose();
            metrics.Dispose();
        }
    }

    /// <summary>What is pushed asks nobody before it reads.</summary>
    private sealed class ReportRefresh(Reporter reporter, TimeProvider timeProvider) : BackgroundService
    {
        private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var timer = new PeriodicTimer(Interval, timeProvider);
            do
            {
                await reporter.ReadAsync();
            } while (await timer.WaitForNextTickAsync(stoppingToken));
        }
    }
}
