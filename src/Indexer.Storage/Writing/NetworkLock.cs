using Npgsql;

namespace Indexer.Storage;

/// <summary>
/// The right to index a network: one PostgreSQL advisory lock per network, held by a connection, so that it ends with the
/// program however it ends. A connection can end unnoticed, so every commit proves in its own transaction that the lock is
/// still held (<see cref="RequireAsync"/>).
/// </summary>
public sealed class NetworkLock : IAsyncDisposable
{
    private readonly string network;
    private readonly NpgsqlConnection connection;
    private readonly DateTimeOffset backendStart;

    private NetworkLock(string network, NpgsqlConnection connection, DateTimeOffset backendStart) =>
        (this.network, this.connection, this.backendStart) = (network, connection, backendStart);

    /// <summary>Takes the lock if nobody has it.</summary>
    /// <param name="dataSource">The database.</param>
    /// <param name="network">Name of the network.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The lock; null when another program holds it.</returns>
    public static async Task<NetworkLock?> TryTakeAsync(
        NpgsqlDataSource dataSource,
        string network,
        CancellationToken cancellationToken
    )
    {
        var opened = await dataSource.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = new NpgsqlCommand(
                """
                select backend_start from pg_stat_activity
                where pid = pg_backend_pid() and pg_try_advisory_lock(hashtext('network'), hashtext($1))
                """,
                opened
            );
            command.Parameters.AddWithValue(network);
            if (await command.ExecuteScalarAsync(cancellationToken) is DateTime start)
            {
                return new NetworkLock(network, opened, new DateTimeOffset(start));
            }
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }

        await opened.DisposeAsync();
        return null;
    }

    /// <summary>Makes sure, within the transaction of a commit, that the server still knows the lock as held by this one's connection.</summary>
    /// <param name="transaction">The connection of the transaction.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="NetworkLockLostException">It does not.</exception>
    internal async Task RequireAsync(NpgsqlConnection transaction, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select exists (
                select from pg_locks held join pg_stat_activity backend using (pid)
                where held.locktype = 'advisory' and held.granted and held.objsubid = 2
                    and held.database = (select oid from pg_database where datname = current_database())
                    and held.classid::bigint = hashtext('network')::bigint & 4294967295
                    and held.objid::bigint = hashtext($1)::bigint & 4294967295
                    and backend.pid = $2 and backend.backend_start = $3)
            """,
            transaction
        );
        command.Parameters.AddWithValue(network);
        command.Parameters.AddWithValue(connection.ProcessID);
        command.Parameters.AddWithValue(backendStart);
        if (await command.ExecuteScalarAsync(cancellationToken) is not true)
        {
            throw new NetworkLockLostException(network);
        }
    }

    /// <summary>Gives the lock back.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await using var command = new NpgsqlCommand("select pg_advisory_unlock_all()", connection);
            await command.ExecuteNonQueryAsync();
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException)
        {
            // The connection is gone, and the lock with it.
            NpgsqlConnection.ClearPool(connection);
        }

        await connection.DisposeAsync();
    }
}
