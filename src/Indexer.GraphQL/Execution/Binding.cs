using Indexer.GraphQL.Introspection;
using Indexer.GraphQL.Planning;
using Indexer.GraphQL.Types;
using Npgsql;
using NpgsqlTypes;

namespace Indexer.GraphQL.Execution;

/// <summary>Gives a plan the values of one request.</summary>
internal static class Binding
{
    /// <summary>The parameters of statements, or the JSON of fields that need none.</summary>
    /// <exception cref="GraphQLRequestException">A value is unusable, or what needs no statement is too large.</exception>
    public static List<BoundRoot> Bind(IReadOnlyList<RootPlan> plans, object?[] leaves)
    {
        var roots = new List<BoundRoot>(plans.Count);
        var left = MemoryExecution.MaxBytes;
        foreach (var plan in plans)
        {
            roots.Add(
                plan is MemoryRoot memory
                    ? new BoundRoot(plan, [], Read(plan, () => memory.Render(leaves, left)))
                    : Bind((SqlRoot)plan, leaves)
            );
            left -= roots[^1].Json?.Length ?? 0;
        }

        return roots;
    }

    /// <summary>The parameters of a statement.</summary>
    /// <exception cref="GraphQLRequestException">A value is unusable.</exception>
    public static BoundRoot Bind(SqlRoot root, object?[] leaves) =>
        Read(
            root,
            () => new BoundRoot(root, [.. root.Parameters.Select(parameter => Bind(parameter, leaves))], Json: null)
        );

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
            throw new GraphQLRequestException(problem.Message, ErrorCodes.Input).At(root.Key, root.Location);
        }
        catch (GraphQLRequestException refusal)
        {
            throw refusal.At(root.Key, root.Location);
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
