using Npgsql;

namespace Indexer.Storage;

/// <summary>
/// The generic revert: facts above the fork are deleted; of state the versions that began above it are deleted and those
/// that ended above it are open again. Tables without a height do not depend on blocks.
/// </summary>
internal static class RevertStatements
{
    /// <summary>Reverts one table.</summary>
    /// <returns>How many rows were deleted.</returns>
    public static async Task<int> RevertAsync(
        NpgsqlConnection connection,
        TableMap table,
        string network,
        long forkHeight,
        CancellationToken cancellationToken
    )
    {
        if (table.IsState)
        {
            var removed = await ExecuteAsync($"delete from {table.Name} where network = $1 and from_height > $2");
            await ExecuteAsync($"update {table.Name} set to_height = null where network = $1 and to_height > $2");
            return removed;
        }

        var isFact = table.Name != "cursor" && table.Columns.Any(column => column.Name == "height");
        return isFact ? await ExecuteAsync($"delete from {table.Name} where network = $1 and height > $2") : 0;

        async Task<int> ExecuteAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            command.Parameters.AddWithValue(network);
            command.Parameters.AddWithValue(forkHeight);
            return await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
