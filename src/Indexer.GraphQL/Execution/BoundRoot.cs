using Indexer.GraphQL.Planning;
using Npgsql;

namespace Indexer.GraphQL.Execution;

/// <summary>A root field with the parameters of one request, or its finished JSON.</summary>
internal sealed record BoundRoot(RootPlan Plan, IReadOnlyList<NpgsqlParameter> Parameters, byte[]? Json)
{
    /// <summary>How quick its statement is.</summary>
    public Pace Pace => ((SqlRoot)Plan).Pace;

    /// <summary>Its statement, ready to run; whoever runs it sets the time limit.</summary>
    public NpgsqlCommand Command(NpgsqlConnection connection)
    {
        // The text is made of the schema's own SQL and parameter numbers; see Statement.
#pragma warning disable CA2100
        var command = new NpgsqlCommand(((SqlRoot)Plan).Sql, connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
        foreach (var parameter in Parameters)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <summary>Its statement among others. The parameters are copies: they can be sent once more, alone.</summary>
    public NpgsqlBatchCommand BatchCommand()
    {
#pragma warning disable CA2100
        var command = new NpgsqlBatchCommand(((SqlRoot)Plan).Sql);
#pragma warning restore CA2100
        foreach (var parameter in Parameters)
        {
            command.Parameters.Add(parameter.Clone());
        }

        return command;
    }
}
