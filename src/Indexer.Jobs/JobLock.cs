using Npgsql;

namespace Indexer.Jobs;

/// <summary>
/// The right to run a job: an advisory lock of PostgreSQL, held by the connection on which the job works. Hangfire's own
/// lock is a lease, which another process may take while the job still runs.
/// </summary>
internal sealed class JobLock : IAsyncDisposable
{
    /// <summary>
    /// A process or machine that is gone loses its statement, and with it the lock, within seconds or a minute. Only on Linux
    /// does PostgreSQL look whether its client is still there while it works.
    /// </summary>
    private const string Prepare = """
        select set_config('tcp_keepalives_idle', '30', false), set_config('tcp_keepalives_interval', '10', false),
            set_config('tcp_keepalives_count', '3', false);
        select set_config('client_connection_check_interval', '2s', false) where version() ~* 'linux'
        """;

    private readonly string name;

    private JobLock(NpgsqlConnection connection, string name) => (Connection, this.name) = (connection, name);

    /// <summary>The connection that holds the lock.</summary>
    public NpgsqlConnection Connection { get; }

    /// <summary>Takes the lock if nobody has it.</summary>
    /// <returns>The lock; null when another run of the job has it.</returns>
    public static async Task<JobLock?> TryTakeAsync(
        NpgsqlDataSource dataSource,
        string name,
        CancellationToken cancellationToken
    )
    {
        var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        try
        {
            await ExecuteAsync(connection, Prepare, cancellationToken);
            await using var take = Command(
                connection,
                "select pg_try_advisory_lock(hashtext('job'), hashtext($1))",
                name
            );
            if (await take.ExecuteScalarAsync(cancellationToken) is true)
            {
                return new JobLock(connection, name);
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    /// <summary>Gives the lock back; a connection that is broken has lost it already.</summary>
    public async ValueTask DisposeAsync()
    {
        await using (Connection)
        {
            if (Connection.FullState.HasFlag(System.Data.ConnectionState.Open))
            {
                await using var release = Command(
                    Connection,
                    "select pg_advisory_unlock(hashtext('job'), hashtext($1))",
                    name
                );
                await release.ExecuteNonQueryAsync();
            }
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, string name)
    {
        var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue(name);
        return command;
    }
}
