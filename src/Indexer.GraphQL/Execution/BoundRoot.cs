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
        Fill(command.Parameters);
        return command;
    }

    /// <summary>Its statement among others.</summary>
    public NpgsqlBatchCommand BatchCommand()
    {
#pragma warning disable CA2100
        var command = new NpgsqlBatchCommand(Statement.Sql);
#pragma warning restore CA2100
        Fill(command.Parameters);
        return command;
    }

    /// <summary>One statement for this root field of several requests: a row for each.</summary>
    public static NpgsqlBatchCommand SharedCommand(IReadOnlyList<BoundRoot> roots)
    {
        var statement = roots[0].Statement;
#pragma warning disable CA2100
        var command = new NpgsqlBatchCommand(statement.Shared!.Sql);
#pragma warning restore CA2100
        for (var index = 0; index < statement.Parameters.Count; index++)
        {
            var values = roots
                .Select(root => root.Parameters[index].Value)
                .Select(value => value is DBNull ? null : value);
            command.Parameters.Add(Binding.Array(statement.Parameters[index].Type, [.. values]));
        }

        return command;
    }

    /// <summary>With copies: they can be sent once more.</summary>
    private void Fill(NpgsqlParameterCollection parameters)
    {
        foreach (var parameter in Parameters)
        {
            parameters.Add(parameter.Clone());
        }
    }
}
