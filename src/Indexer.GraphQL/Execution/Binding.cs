using Indexer.GraphQL.Planning;
using Indexer.GraphQL.Types;
using Npgsql;
using NpgsqlTypes;

namespace Indexer.GraphQL.Execution;

/// <summary>Gives a plan the values of one request.</summary>
internal static class Binding
{
    /// <summary>The parameters of a statement, or the JSON of a field that needs none.</summary>
    /// <exception cref="GraphQLRequestException">A value is unusable.</exception>
    public static BoundRoot Bind(RootPlan plan, object?[] leaves)
    {
        if (plan is not SqlRoot root)
        {
            return new BoundRoot(plan, [], ((MemoryRoot)plan).Render(leaves));
        }

        return Read(
            root,
            () => new BoundRoot(root, [.. root.Parameters.Select(parameter => Bind(parameter, leaves))], Json: null)
        );
    }

    /// <summary>Reads values of a request for a root field.</summary>
    /// <exception cref="GraphQLRequestException">A value is unusable.</exception>
    public static T Read<T>(RootPlan root, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FormatException problem)
        {
            throw new GraphQLRequestException(problem.Message, ErrorCodes.Input, root.Location);
        }
    }

    /// <summary>A parameter that is an array.</summary>
    public static NpgsqlParameter Array(SqlType type, IReadOnlyList<object?> items) =>
        new() { NpgsqlDbType = SqlTypes.ToNpgsql(type) | NpgsqlDbType.Array, Value = SqlArrays.Of(type, items) };

    private static NpgsqlParameter Bind(Parameter parameter, object?[] leaves)
    {
        var value = parameter.Read(leaves);
        return parameter.IsArray
            ? Array(parameter.Type, (IReadOnlyList<object?>)value!)
            : new NpgsqlParameter { NpgsqlDbType = SqlTypes.ToNpgsql(parameter.Type), Value = value ?? DBNull.Value };
    }
}
