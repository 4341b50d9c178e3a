using Indexer.GraphQL.Execution;
using Indexer.GraphQL.Planning;
using Npgsql;

namespace Indexer.GraphQL.Bench;

/// <summary>How PostgreSQL runs the statements of a request.</summary>
internal static class Explanation
{
    public static async Task PrintAsync(NpgsqlDataSource source, IReadOnlyList<BoundRoot> roots)
    {
        foreach (var root in roots)
        {
            var sql = ((SqlRoot)root.Plan).Sql;
            Console.WriteLine(sql);
            await using var command = source.CreateCommand($"explain (analyze, buffers) {sql}");
            foreach (var parameter in root.Parameters)
            {
                Console.WriteLine($"  {parameter.NpgsqlDbType}: {parameter.Value}");
                command.Parameters.Add(parameter.Clone());
            }

            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                Console.WriteLine(reader.GetString(0));
            }
        }
    }
}
