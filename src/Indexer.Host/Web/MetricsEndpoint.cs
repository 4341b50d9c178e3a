using Indexer.Host.Reporting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Indexer.Host.Web;

/// <summary><c>/metrics</c> in the format of Prometheus, for operators.</summary>
internal static class MetricsEndpoint
{
    private const string Path = "/metrics";

    public static void Map(WebApplication application)
    {
        var access = application.Services.GetRequiredService<OperatorAccess>();
        var reporter = application.Services.GetRequiredService<Reporter>();
        application.Services.GetRequiredService<IndexMetrics>();
        application.Use(
            async (context, next) =>
            {
                if (context.Request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase))
                {
                    if (!access.Challenge(context))
                    {
                        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                        return;
                    }

                    await reporter.ReadAsync();
                }

                await next(context);
            }
        );
        application.MapPrometheusScrapingEndpoint(Path).RequireRateLimiting(StrangerRates.Policy);
    }
}
