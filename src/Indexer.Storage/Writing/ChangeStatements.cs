using Indexer.Domain;
using Npgsql;
using NpgsqlTypes;

namespace Indexer.Storage;

/// <summary>
/// Writes the steps of the index (<see cref="IndexChange"/>) and wakes those who listen for them. One lock orders the
/// transactions of all networks from here to their commit, so that a step is never visible before one of lower number.
/// </summary>
internal static class ChangeStatements
{
    private const string Lock = "select pg_advisory_xact_lock(hashtext('index_change'))";

    private const string Insert = $"""
        with step as (
          insert into index_change (network, op, from_height, to_height, hash) values ($1, $2, $3, $4, $5)
          returning sequence)
        select sequence, pg_notify('{ChangeFeed.Channel}', sequence::text) from step
        """;

    /// <summary>What a commit added and made final; the last statements before its end.</summary>
    public static async Task CommittedAsync(
        NpgsqlConnection connection,
        CommitBatch batch,
        CancellationToken cancellationToken
    )
    {
        var (before, after) = (batch.Before, batch.After);
        var added = (From: batch.FromHeight, To: after.Height);
        var final = (From: (before?.FinalizedHeight ?? batch.FromHeight - 1) + 1, To: after.FinalizedHeight);
        if (added.From > added.To && final.From > final.To)
        {
            return;
        }

        await LockAsync(connection, cancellationToken);
        if (added.From <= added.To)
        {
            await AppendAsync(connection, after, ChangeOp.Added, added, after.Hash, cancellationToken);
        }

        if (final.From <= final.To)
        {
            var hash = await HashAsync(connection, after, final.To, cancellationToken);
            await AppendAsync(connection, after, ChangeOp.Finalized, final, hash, cancellationToken);
        }
    }

    /// <summary>The step of a revert, before the first row is removed: removed rows name it.</summary>
    /// <returns>Its number.</returns>
    public static async Task<long> RetractedAsync(
        NpgsqlConnection connection,
        Cursor cursor,
        BlockRef fork,
        CancellationToken cancellationToken
    )
    {
        await LockAsync(connection, cancellationToken);
        var range = (From: fork.Height + 1, To: cursor.Height);
        return await AppendAsync(connection, cursor, ChangeOp.Retracted, range, cursor.Hash, cancellationToken);
    }

    private static async Task LockAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Lock, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<long> AppendAsync(
        NpgsqlConnection connection,
        Cursor cursor,
        ChangeOp op,
        (long From, long To) range,
        byte[]? hash,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(Insert, connection);
        command.Parameters.AddWithValue(cursor.Network);
        command.Parameters.AddWithValue(EnumText.Of(op));
        command.Parameters.AddWithValue(range.From);
        command.Parameters.AddWithValue(range.To);
        command.Parameters.AddWithValue(NpgsqlDbType.Bytea, (object?)hash ?? DBNull.Value);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task<byte[]?> HashAsync(
        NpgsqlConnection connection,
        Cursor cursor,
        long height,
        CancellationToken cancellationToken
    )
    {
        if (height == cursor.Height)
        {
            return cursor.Hash;
        }

        await using var command = new NpgsqlCommand(
            "select hash from block where network = $1 and height = $2",
            connection
        );
        command.Parameters.AddWithValue(cursor.Network);
        command.Parameters.AddWithValue(height);
        return await command.ExecuteScalarAsync(cancellationToken) as byte[];
    }
}
