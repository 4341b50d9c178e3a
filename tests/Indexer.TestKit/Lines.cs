using Npgsql;

namespace Indexer.TestKit;

/// <summary>Reads a database as text.</summary>
public static class Lines
{
    /// <summary>The first column of a query.</summary>
    public static async Task<List<string>> LinesAsync(
        this NpgsqlDataSource dataSource,
        string sql,
        params object[] parameters
    )
    {
        await using var command = dataSource.CreateCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.AddWithValue(parameter);
        }

        var lines = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }
}
