using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Indexer.Host.Web;

/// <summary>Ready when the database answers.</summary>
internal sealed class DatabaseHealth(NpgsqlDataSource dataSource) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            await using var command = dataSource.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy("the database answers");
        }
        catch (NpgsqlException exception)
        {
            return HealthCheckResult.Unhealthy("the database does not answer", exception);
        }
    }
}
