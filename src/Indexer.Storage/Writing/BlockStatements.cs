using Indexer.Domain;
using Npgsql;

namespace Indexer.Storage;

/// <summary>Forgets headers that were kept only to recognise a fork.</summary>
internal static class BlockStatements
{
    public static async Task DropFinalizedAsync(
        NpgsqlConnection connection,
        Cursor cursor,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(
            "delete from block where network = $1 and events = 0 and height < $2",
            connection
        );
        command.Parameters.AddWithValue(cursor.Network);
        command.Parameters.AddWithValue(cursor.FinalizedHeight);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
