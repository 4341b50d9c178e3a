using Indexer.Host.Reporting;
using Indexer.Host.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Indexer.Host.Web;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: the process can do its work; whoever is no operator is told
/// a word only.
/// </summary>
internal static class HealthEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints, Role role)
    {
        var access = endpoints.ServiceProvider.GetRequiredService<OperatorAccess>();
        var reporter = endpoints.ServiceProvider.GetRequiredService<Reporter>();
        endpoints.MapGet("/health/live", () => $"{Health.Healthy}").RequireRateLimiting(StrangerRates.Policy);
        endpoints
            .MapGet(
                "/health/ready",
                async (HttpContext context) =>
                {
                    var report = await reporter.ReadAsync();
                    var health = report.HealthOf(role);
                    context.Response.Headers.CacheControl = "no-store";
                    var status =
                        health == Health.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
                    return access.IsOperator(context)
                        ? Results.Json(Details(report, health, role), statusCode: status)
                        : Results.Text($"{health}", statusCode: status);
                }
            )
            .RequireRateLimiting(StrangerRates.Policy);
    }

    private static object Details(IndexReport report, Health health, Role role) =>
        new
        {
            Status = $"{health}",
            Role = $"{role}".ToLowerInvariant(),
            Database = report.HasDatabase ? "answers" : "does not answer",
            Networks = report.Networks.Select(network => new
            {
                network.Network,
                Status = $"{network.Health}",
                State = network.Word,
                network.Reason,
                network.Since,
                network.NextTryAt,
                network.UpdatedAt,
                network.Indexed,
                network.Finalized,
                network.Head,
                network.Lag,
            }),
            Jobs = report.Jobs.Select(job => new
            {
                job.Name,
                State = job.State?.ToString().ToLowerInvariant() ?? "never run",
                job.StartedAt,
                job.DurationMilliseconds,
                job.Result,
                job.Failure,
                job.NextAt,
            }),
        };
}
