using Indexer.Domain;
using Indexer.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Indexer.Host.Reporting;

/// <summary>Reads the report of the index.</summary>
internal static class ReportQuery
{
    private const string Networks = """
        select name, s.state, s.reason, s.since, s.next_try_at, s.updated_at, now() - s.updated_at,
          coalesce(n.start_block, 0), c.height, s.finalized_height, s.head_height, coalesce(c.events, 0),
          (select count(*) from reconciliation r where r.network = name and r.reason is not null)
        from (select name from network union select network from ingestion_status) known
        left join network n using (name)
        left join cursor c on c.network = name
        left join ingestion_status s on s.network = name
        order by name
        """;

    /// <summary>The report.</summary>
    /// <param name="dataSource">The database.</param>
    /// <param name="configured">Networks that are in it even if the database does not know them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IndexReport> ReadAsync(
        NpgsqlDataSource dataSource,
        IReadOnlyList<string> configured,
        CancellationToken cancellationToken
    )
    {
        var networks = await ReadNetworksAsync(dataSource, cancellationToken);
        var missing = configured.Except(networks.Select(row => row.Network), StringComparer.Ordinal);
        await using var context = new IndexerDbContext(
            new DbContextOptionsBuilder<IndexerDbContext>().UseNpgsql(dataSource).Options
        );
        return new IndexReport(
            HasDatabase: true,
            [
                .. networks
                    .Concat(missing.Select(name => new NetworkReport(name)))
                    .OrderBy(row => row.Network, StringComparer.Ordinal),
            ],
            await context.Set<Job>().AsNoTracking().OrderBy(job => job.Name).ToListAsync(cancellationToken)
        );
    }

    private static async Task<List<NetworkReport>> ReadNetworksAsync(
        NpgsqlDataSource dataSource,
        CancellationToken cancellationToken
    )
    {
        await using var command = dataSource.CreateCommand(Networks);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var networks = new List<NetworkReport>();
        while (await reader.ReadAsync(cancellationToken))
        {
            networks.Add(
                new NetworkReport(
                    reader.GetString(0),
                    Enum.TryParse<IngestionState>(Text(1), ignoreCase: true, out var state) ? state : null,
                    Text(2),
                    Time(3),
                    Time(4),
                    Time(5),
                    Span(6),
                    reader.GetInt64(7),
                    Height(8),
                    Height(9),
                    Height(10),
                    reader.GetInt64(11),
                    reader.GetInt64(12)
                )
            );
        }

        return networks;

        TimeSpan? Span(int column) => reader.IsDBNull(column) ? null : reader.GetTimeSpan(column);

        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

        long? Height(int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

        DateTimeOffset? Time(int column) =>
            reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);
    }
}
