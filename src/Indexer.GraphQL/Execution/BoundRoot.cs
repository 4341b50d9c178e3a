using Indexer.GraphQL.Planning;
using Npgsql;

namespace Indexer.GraphQL.Execution;

/// <summary>A root field with the parameters of one request, or its finished JSON.</summary>
internal sealed record BoundRoot(RootPlan Plan, IReadOnlyList<NpgsqlParameter> Parameters, byte[]? Json)
{
    /// <summary>Its statement, when it needs one.</summary>
    public SqlRoot Statement => (SqlRoot)Plan;

    /// <summary>Its statement, ready to run; whoever runs it sets the time limit.</summary>
    public NpgsqlCommand Command(NpgsqlConnection connection)
    {
        // The text is made of the schema's own SQL and parameter numbers; see Planning.Statement.
#pragma warning disable CA2100
        var command = new NpgsqlCommand(Statement.Sql, connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
        foreach (var parameter in Parameters)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <summary>Its statement among others. The parameters are copies: they can be sent once more, alone.</summary>
    public NpgsqlBatchCommand BatchCommand() =>
        BatchCommand(Statement.Sql, Parameters.Select(parameter => parameter.Clone()));

    /// <summary>One statement for this root field of several requests: a row for each.</summary>
    public static NpgsqlBatchCommand SharedCommand(IReadOnlyList<BoundRoot> roots)
    {
        var statement = roots[0].Statement;
        return BatchCommand(statement.Shared!.Sql, statement.Parameters.Select(Values));

        NpgsqlParameter Values(Parameter parameter, int index) =>
            Binding.Array(
                parameter.Type,
                [.. roots.Select(root => root.Parameters[index].Value is var value and not DBNull ? value : null)]
            );
    }

    private static NpgsqlBatchCommand BatchCommand(string sql, IEnumerable<NpgsqlParameter> parameters)
    {
#pragma warning disable CA2100
        var command = new NpgsqlBatchCommand(sql);
#pragma warning restore CA2100
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
