using Hangfire.Storage;
using Indexer.Domain;
using Npgsql;
using NpgsqlTypes;

namespace Indexer.Jobs;

/// <summary>Writes the table <see cref="Job"/>, in which status, GraphQL and metrics of any process read of the jobs.</summary>
internal static class JobRecords
{
    private const string Declare = """
        insert into job (name, description, schedule, next_at) values ($1, $2, $3, $4)
        on conflict (name) do update
        set description = excluded.description, schedule = excluded.schedule, next_at = excluded.next_at
        """;

    private const string Start = """
        update job set state = 'RUNNING', started_at = clock_timestamp(), duration_milliseconds = null, failure = null,
          next_at = $2
        where name = $1 returning started_at
        """;

    /// <summary>Only the run that is on record may end it: another may have begun since.</summary>
    private const string End = """
        update job set state = $3, duration_milliseconds = extract(epoch from clock_timestamp() - started_at) * 1000,
          result = coalesce($4, result), failure = $5
        where name = $1 and started_at = $2
        """;

    /// <summary>Makes the table that of a timetable: what is not in it any more is removed.</summary>
    /// <returns>The names of the jobs that were removed.</returns>
    public static async Task<IReadOnlyList<string>> DeclareAsync(
        NpgsqlConnection connection,
        IReadOnlyList<RecurringJob> timetable,
        IReadOnlyDictionary<string, DateTime?> next,
        CancellationToken cancellationToken
    )
    {
        foreach (var job in timetable)
        {
            await using var declare = Command(connection, Declare, job.Name, job.Description, job.Schedule);
            declare.Parameters.AddWithValue(
                NpgsqlDbType.TimestampTz,
                (object?)next.GetValueOrDefault(job.Name) ?? DBNull.Value
            );
            await declare.ExecuteNonQueryAsync(cancellationToken);
        }

        await using var remove = Command(connection, "delete from job where name <> all ($1) returning name");
        remove.Parameters.AddWithValue(timetable.Select(job => job.Name).ToArray());
        await using var reader = await remove.ExecuteReaderAsync(cancellationToken);
        var removed = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            removed.Add(reader.GetString(0));
        }

        return removed;
    }

    /// <summary>When the jobs run next, by name.</summary>
    public static IReadOnlyDictionary<string, DateTime?> Next(IStorageConnection storage) =>
        storage.GetRecurringJobs().ToDictionary(job => job.Id, job => job.NextExecution, StringComparer.Ordinal);

    /// <summary>Notes that a run has begun.</summary>
    /// <returns>When, by the clock of the database: it names the run.</returns>
    public static async Task<DateTime> StartAsync(
        NpgsqlConnection connection,
        string name,
        DateTime? next,
        CancellationToken cancellationToken
    )
    {
        await using var start = Command(connection, Start, name);
        start.Parameters.AddWithValue(NpgsqlDbType.TimestampTz, (object?)next ?? DBNull.Value);
        return await start.ExecuteScalarAsync(cancellationToken) is DateTime started
            ? started
            : throw new InvalidOperationException($"The job {name} is not in the timetable of the database.");
    }

    /// <summary>Notes how a run ended.</summary>
    public static async Task EndAsync(
        NpgsqlConnection connection,
        string name,
        DateTime started,
        string? result,
        string? failure,
        CancellationToken cancellationToken
    )
    {
        await using var end = Command(connection, End, name);
        end.Parameters.AddWithValue(NpgsqlDbType.TimestampTz, started);
        end.Parameters.AddWithValue(failure is null ? "SUCCEEDED" : "FAILED");
        end.Parameters.AddWithValue(NpgsqlDbType.Text, (object?)result ?? DBNull.Value);
        end.Parameters.AddWithValue(NpgsqlDbType.Text, (object?)failure ?? DBNull.Value);
        await end.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params string[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.AddWithValue(value);
        }

        return command;
    }
}
