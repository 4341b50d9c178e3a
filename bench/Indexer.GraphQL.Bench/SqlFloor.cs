using System.Data;
using Indexer.GraphQL.Execution;
using Indexer.GraphQL.Planning;
using Npgsql;

namespace Indexer.GraphQL.Bench;

/// <summary>
/// The floor: what a hand-written endpoint would do at the least. A connection of the pool, the same statement with the
/// same parameters, prepared as the engine's are, its one value read as bytes.
/// </summary>
internal sealed class SqlFloor(NpgsqlDataSource source, IReadOnlyList<IReadOnlyList<BoundRoot>> requests)
{
    private const int BufferBytes = 16 * 1024;

    /// <summary>A client that throws the answers away.</summary>
    public Func<int, Task> Client() => turn => RunAsync(turn, Stream.Null);

    /// <summary>Runs the statements of a request, one after the other.</summary>
    public async Task RunAsync(int turn, Stream output)
    {
        var roots = requests[turn % requests.Count];
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction =
            roots.Count > 1 ? await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead) : null;
        foreach (var root in roots)
        {
            await using var command = Command(root, connection);
            await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess);
            await reader.ReadAsync();
            if (!await reader.IsDBNullAsync(0))
            {
                await using var json = await reader.GetStreamAsync(0);
                await json.CopyToAsync(output, BufferBytes);
            }
        }
    }

    private static NpgsqlCommand Command(BoundRoot root, NpgsqlConnection connection)
    {
#pragma warning disable CA2100 // The engine's own text.
        var command = new NpgsqlCommand(((SqlRoot)root.Plan).Sql, connection);
#pragma warning restore CA2100
        foreach (var parameter in root.Parameters)
        {
            command.Parameters.Add(parameter.Clone());
        }

        return command;
    }
}
