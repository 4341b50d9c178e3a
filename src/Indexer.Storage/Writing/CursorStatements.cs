using Indexer.Domain;
using Npgsql;

namespace Indexer.Storage;

/// <summary>Moves the cursor, and makes sure that nobody else did.</summary>
internal static class CursorStatements
{
    private const string Insert = """
        insert into cursor (network, height, hash, time, events, entries, finalized_height)
        values ($1, $2, $3, $4, $5, $6, $7) on conflict (network) do nothing
        """;

    private const string Update = """
        update cursor set height = $2, hash = $3, time = $4, events = $5, entries = $6, finalized_height = $7
        where network = $1 and height = $8 and hash = $9
        """;

    public static async Task MoveAsync(
        NpgsqlConnection connection,
        Cursor? before,
        Cursor after,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(before is null ? Insert : Update, connection);
        command.Parameters.AddWithValue(after.Network);
        command.Parameters.AddWithValue(after.Height);
        command.Parameters.AddWithValue(after.Hash);
        command.Parameters.AddWithValue(after.Time.ToUniversalTime());
        command.Parameters.AddWithValue(after.Events);
        command.Parameters.AddWithValue(after.Entries);
        command.Parameters.AddWithValue(after.FinalizedHeight);
        if (before is not null)
        {
            command.Parameters.AddWithValue(before.Height);
            command.Parameters.AddWithValue(before.Hash);
        }

        if (await command.ExecuteNonQueryAsync(cancellationToken) != 1)
        {
            throw new CursorMovedException(after.Network);
        }
    }

    /// <summary>The cursor at a fork, before the ledger rows above it are subtracted.</summary>
    public static async Task<Cursor> AtForkAsync(
        NpgsqlConnection connection,
        Cursor cursor,
        BlockRef fork,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(
            """
            select fork.time, coalesce((select sum(events) from block where network = $1 and height > $2), 0)::bigint
            from block fork where fork.network = $1 and fork.height = $2 and fork.hash = $3
            """,
            connection
        );
        command.Parameters.AddWithValue(cursor.Network);
        command.Parameters.AddWithValue(fork.Height);
        command.Parameters.AddWithValue(fork.Hash);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            throw new InvalidOperationException($"{cursor.Network} has no block {fork} to revert to.");
        }

        return cursor with
        {
            Height = fork.Height,
            Hash = fork.Hash,
            Time = await reader.GetFieldValueAsync<DateTimeOffset>(0, cancellationToken),
            Events = cursor.Events - reader.GetInt64(1),
            FinalizedHeight = Math.Min(cursor.FinalizedHeight, fork.Height),
        };
    }
}
