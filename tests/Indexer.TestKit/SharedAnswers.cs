using System.Data;
using Indexer.GraphQL.Execution;
using Indexer.GraphQL.Planning;
using Npgsql;
using Xunit;

namespace Indexer.TestKit;

/// <summary>Compares what a statement answers many requests with what it answers one.</summary>
public static class SharedAnswers
{
    /// <summary>Runs every statement of an operation that can be shared in both ways, on one snapshot.</summary>
    /// <param name="source">The database.</param>
    /// <param name="operation">One without errors.</param>
    public static async Task AssertSameAsync(NpgsqlDataSource source, PreparedOperation operation)
    {
        foreach (var root in operation.Roots.Where(root => root.Plan is SqlRoot { Shared: not null }))
        {
            await using var connection = await source.OpenConnectionAsync();
            await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead);
            await using var batch = new NpgsqlBatch(connection, snapshot);
            batch.BatchCommands.Add(root.BatchCommand());
            batch.BatchCommands.Add(BoundRoot.SharedCommand([root, root]));
            await using var reader = await batch.ExecuteReaderAsync();
            var alone = Assert.Single(await ReadAsync(reader));
            Assert.True(await reader.NextResultAsync());
            Assert.Equal([alone, alone], await ReadAsync(reader));
        }
    }

    private static async Task<List<object>> ReadAsync(NpgsqlDataReader reader)
    {
        var rows = new List<object>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetValue(0));
        }

        return rows;
    }
}
