using Npgsql;
using NpgsqlTypes;

namespace Indexer.Storage;

/// <summary>Writes many rows at once by binary COPY.</summary>
internal static class BulkCopy
{
    public static async Task WriteAsync(
        NpgsqlConnection connection,
        TableMap table,
        IEnumerable<object> rows,
        CancellationToken cancellationToken
    )
    {
        var columns = string.Join(", ", table.Columns.Select(column => $"\"{column.Name}\""));
        await using var writer = await connection.BeginBinaryImportAsync(
            $"copy {table.Name} ({columns}) from stdin (format binary)",
            cancellationToken
        );
        foreach (var row in rows)
        {
            await writer.StartRowAsync(cancellationToken);
            foreach (var column in table.Columns)
            {
                await WriteAsync(writer, column.Read(row), column.DbType, cancellationToken);
            }
        }

        await writer.CompleteAsync(cancellationToken);
    }

    private static Task WriteAsync(
        NpgsqlBinaryImporter writer,
        object? value,
        NpgsqlDbType type,
        CancellationToken cancellationToken
    ) =>
        value switch
        {
            null => writer.WriteNullAsync(cancellationToken),
            string text => writer.WriteAsync(text, type, cancellationToken),
            long number => writer.WriteAsync(number, type, cancellationToken),
            int number => writer.WriteAsync(number, type, cancellationToken),
            bool flag => writer.WriteAsync(flag, type, cancellationToken),
            byte[] bytes => writer.WriteAsync(bytes, type, cancellationToken),
            System.Numerics.BigInteger number => writer.WriteAsync(number, type, cancellationToken),
            DateTimeOffset time => writer.WriteAsync(time.ToUniversalTime(), type, cancellationToken),
            _ => throw new NotSupportedException($"Values of {value.GetType()} are not supported."),
        };
}
