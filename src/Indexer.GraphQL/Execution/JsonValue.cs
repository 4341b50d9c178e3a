using Npgsql;

namespace Indexer.GraphQL.Execution;

/// <summary>The JSON that a statement answers with.</summary>
internal static class JsonValue
{
    /// <summary>Reads the only value of a reader on its row, whole.</summary>
    public static async Task<byte[]> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        if (await reader.IsDBNullAsync(0, cancellationToken))
        {
            return ResponseWriter.Null;
        }

        await using var json = await reader.GetStreamAsync(0, cancellationToken);
        var bytes = new byte[json.Length];
        await json.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }
}
