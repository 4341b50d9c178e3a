using Indexer.Domain;
using Indexer.Host.Running;

namespace Indexer.Host.Reporting;

/// <summary>What the database tells of the index: the same to processes of every role.</summary>
/// <param name="HasDatabase">Whether the database answered.</param>
/// <param name="Networks">The networks that are configured or known, by name; empty when the database did not answer.</param>
/// <param name="Jobs">The jobs, by name.</param>
internal sealed record IndexReport(bool HasDatabase, IReadOnlyList<NetworkReport> Networks, IReadOnlyList<Job> Jobs)
{
    /// <summary>Nothing is known before the database answered.</summary>
    public static IndexReport Silence { get; } = new(HasDatabase: false, [], []);

    /// <summary>
    /// How well a process of a role is. One that indexes is as well as its worst network. One that does not can go on with
    /// what is indexed: it is degraded at most, so that nobody takes it out of service for what another process does.
    /// </summary>
    public Health HealthOf(Role role)
    {
        if (!HasDatabase)
        {
            return Health.Unhealthy;
        }

        var networks = Networks.Select(network => network.Health).Append(Health.Healthy).Max();
        var jobs = Jobs.Any(job => job.State == JobState.Failed) ? Health.Degraded : Health.Healthy;
        var worst = networks > jobs ? networks : jobs;
        return role.HasFlag(Role.Ingest) || worst == Health.Healthy ? worst : Health.Degraded;
    }
}
