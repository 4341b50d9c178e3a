using Indexer.Domain;
using Npgsql;
using NpgsqlTypes;

namespace Indexer.Storage;

/// <summary>Ends versions of state that an earlier commit wrote.</summary>
internal static class StateStatements
{
    public static async Task CloseAsync(
        NpgsqlConnection connection,
        TableMap table,
        IReadOnlyCollection<StateRow> rows,
        CancellationToken cancellationToken
    )
    {
        if (rows.Count == 0)
        {
            return;
        }

        var keys = string.Join(" and ", table.Key.Select((column, i) => $"t.\"{column.Name}\" = v.k{i}"));
        var names = string.Join(", ", table.Key.Select((_, i) => $"k{i}"));
        var arrays = string.Join(", ", table.Key.Select((column, i) => $"${i + 2}::{column.StoreType}[]"));
        await using var command = new NpgsqlCommand(
            $"""
            update {table.Name} t set to_height = v.ended
            from unnest($1::bigint[], {arrays}) as v(ended, {names})
            where {keys} and t.to_height is null
            """,
            connection
        );
        command.Parameters.AddWithValue(
            NpgsqlDbType.Array | NpgsqlDbType.Bigint,
            rows.Select(row => row.ToHeight!.Value).ToArray()
        );
        foreach (var column in table.Key)
        {
            command.Parameters.AddWithValue(NpgsqlDbType.Array | column.DbType, Values(column, rows));
        }

        var updated = await command.ExecuteNonQueryAsync(cancellationToken);
        if (updated != rows.Count)
        {
            throw new InvalidOperationException(
                $"{rows.Count} open rows of {table.Name} were to end, {updated} were found; the database was changed by hand."
            );
        }
    }

    private static Array Values(ColumnMap column, IReadOnlyCollection<StateRow> rows)
    {
        var values = Array.CreateInstance(column.ProviderType, rows.Count);
        var i = 0;
        foreach (var row in rows)
        {
            values.SetValue(column.Read(row), i++);
        }

        return values;
    }
}
