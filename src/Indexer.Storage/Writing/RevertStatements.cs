using Npgsql;

namespace Indexer.Storage;

/// <summary>
/// The generic revert: facts above the fork are deleted, those of the ledger kept as retracted rows; of state the versions that began above it are deleted and those
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
        long sequence,
        CancellationToken cancellationToken
    )
    {
        const string Above = "where network = $1 and height > $2";
        if (table.IsLedger)
        {
            return await ExecuteAsync(
                $"""
                with gone as (delete from {table.Name} {Above} returning *)
                insert into retracted_row (sequence, "table", height, index, ordinal, row)
                select $3, '{table.Name}', height, index, ordinal, to_jsonb(gone) from gone
                """,
                sequence
            );
        }

        if (table.IsState)
        {
            var removed = await ExecuteAsync($"delete from {table.Name} where network = $1 and from_height > $2");
            await ExecuteAsync($"update {table.Name} set to_height = null where network = $1 and to_height > $2");
            return removed;
        }

        return table.IsFact ? await ExecuteAsync($"delete from {table.Name} {Above}") : 0;

        async Task<int> ExecuteAsync(string sql, long? third = null)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            command.Parameters.AddWithValue(network);
            command.Parameters.AddWithValue(forkHeight);
            if (third is { } value)
            {
                command.Parameters.AddWithValue(value);
            }

            return await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
