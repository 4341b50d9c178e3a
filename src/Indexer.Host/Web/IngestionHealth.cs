using Indexer.Domain;
using Indexer.Host.Display;
using Indexer.Host.Running;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Indexer.Host.Web;

/// <summary>Degraded, yet able to serve, while a network is stopped by an error.</summary>
internal sealed class IngestionHealth(ProgressBoard board) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        var latest = board.Latest;
        var lines = string.Join("; ", latest.Select(ProgressText.Line));
        return Task.FromResult(
            latest.Any(progress => progress.State == IngestionState.Stopped)
                ? HealthCheckResult.Degraded(lines)
                : HealthCheckResult.Healthy(lines)
        );
    }
}
