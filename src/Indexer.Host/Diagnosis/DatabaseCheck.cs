using System.Globalization;
using Indexer.Host.Configuration;
using Indexer.Host.Databases;
using Indexer.Migrations;
using Npgsql;

namespace Indexer.Host.Diagnosis;

/// <summary>The database, the disk below a private one, and the clocks of both.</summary>
internal static class DatabaseCheck
{
    private const string Subject = "database";
    private const int LeastVersion = 150_000;
    private const long LeastDisk = 10L << 30;
    private static readonly TimeSpan MostDrift = TimeSpan.FromSeconds(5);

    /// <summary>Looks at what is there; creates nothing.</summary>
    /// <param name="configuration">Where the database is.</param>
    /// <param name="time">This machine's clock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IReadOnlyList<Finding>> ExamineAsync(
        DatabaseConfiguration configuration,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var findings = new List<Finding>();
        if (configuration.ConnectionString is null)
        {
            findings.Add(Disk(IndexDatabase.Options(configuration).DataDirectory));
        }

        try
        {
            await using var database = await DatabaseAccess.FindAsync(configuration, demo: false, cancellationToken);
            if (database is null)
            {
                findings.Add(new Finding(Subject, true, "there is none yet; the first run creates a private one"));
                return findings;
            }

            await using var connection = await database.DataSource.OpenConnectionAsync(cancellationToken);
            findings.AddRange(await ServerAsync(connection, time, cancellationToken));
            var isCurrent = await Schema.IsCurrentAsync(database.DataSource, cancellationToken);
            findings.Add(
                isCurrent
                    ? new Finding(Subject, true, $"{database.Name} has the schema of this version")
                    : new Finding(
                        Subject,
                        await IsEmptyAsync(connection, cancellationToken),
                        $"{database.Name} has not the schema of this version",
                        "an empty database gets it at the first run, an older one by: indexer db migrate"
                    )
            );
        }
        catch (Exception problem) when (problem is NpgsqlException or IOException)
        {
            findings.Add(
                new Finding(
                    Subject,
                    false,
                    problem.Message.ReplaceLineEndings(" "),
                    "is it up, and are host, user, password and database of database.connectionString right?"
                )
            );
        }

        return findings;
    }

    private static async Task<IReadOnlyList<Finding>> ServerAsync(
        NpgsqlConnection connection,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(
            """
            select current_setting('server_version_num')::int, current_setting('server_version'), clock_timestamp(),
              has_schema_privilege('public', 'create'), pg_is_in_recovery()
            """,
            connection
        );
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var drift = (time.GetUtcNow() - new DateTimeOffset(reader.GetDateTime(2))).Duration();
        var isWritable = reader.GetBoolean(3) && !reader.GetBoolean(4);
        return
        [
            new Finding(
                Subject,
                reader.GetInt32(0) >= LeastVersion,
                $"PostgreSQL {reader.GetString(1)}",
                reader.GetInt32(0) >= LeastVersion ? null : "PostgreSQL 15 or newer is needed"
            ),
            new Finding(
                Subject,
                isWritable,
                isWritable ? "tables can be created in it" : "nothing can be created in it",
                isWritable ? null : "for indexing connect as its owner, to the primary; --role api needs only to read"
            ),
            new Finding(
                "clock",
                drift <= MostDrift,
                $"differs from the database's by {drift.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s",
                drift <= MostDrift ? null : "let NTP set the clocks of both machines"
            ),
        ];
    }

    private static async Task<bool> IsEmptyAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select not exists (select from pg_tables where schemaname = 'public')",
            connection
        );
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Of the nearest directory that exists: the data directory may not yet.</summary>
    private static Finding Disk(string directory)
    {
        var existing = Path.GetFullPath(directory);
        while (!Directory.Exists(existing))
        {
            existing = Path.GetDirectoryName(existing)!;
        }

        var free = new DriveInfo(existing).AvailableFreeSpace;
        return new Finding(
            "disk",
            free >= LeastDisk,
            $"{(free >> 30).ToString("N0", CultureInfo.InvariantCulture)} GiB are free for {directory}",
            free >= LeastDisk
                ? null
                : "the real chains need hundreds of GiB; set database.dataDirectory to a larger disk"
        );
    }
}
