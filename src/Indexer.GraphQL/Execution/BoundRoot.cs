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
}
