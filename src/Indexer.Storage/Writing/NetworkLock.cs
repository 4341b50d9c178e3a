using Npgsql;

namespace Indexer.Storage;

/// <summary>
/// The right to index a network: one PostgreSQL advisory lock per network, held by a connection, so that it ends with the
/// program however it ends.
/// </summary>
public sealed class NetworkLock : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;

    private NetworkLock(NpgsqlConnection connection) => this.connection = connection;

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
        await using var command = new NpgsqlCommand(
            "select pg_try_advisory_lock(hashtext('network'), hashtext($1))",
            opened
        );
        command.Parameters.AddWithValue(network);
        if (await command.ExecuteScalarAsync(cancellationToken) is true)
        {
            return new NetworkLock(opened);
        }

        await opened.DisposeAsync();
        return null;
    }

    /// <summary>Gives the lock back.</summary>
    public async ValueTask DisposeAsync()
    {
        await using (var command = new NpgsqlCommand("select pg_advisory_unlock_all()", connection))
        {
            await command.ExecuteNonQueryAsync();
        }

        await connection.DisposeAsync();
    }
}
