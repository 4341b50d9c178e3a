using System.Numerics;
using System.Text.Json;
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

/// <summary>A subscription with the parameters of one request.</summary>
/// <param name="Plan">How its messages are read.</param>
/// <param name="Root">The statement of a page and its parameters.</param>
/// <param name="Variables">The text of the variables: streams of equal plan and variables have equal messages.</param>
/// <param name="After">The key of the last message the client saw; null to start with what comes next.</param>
/// <param name="Refusal">The statement that says what is wrong with the values; null when nothing can be.</param>
internal sealed record BoundStream(
    StreamPlan Plan,
    BoundRoot Root,
    string Variables,
    IReadOnlyList<string>? After,
    BoundRoot? Refusal
)
{
    /// <summary>Takes the values of a request.</summary>
    /// <exception cref="GraphQLRequestException">A value is unusable.</exception>
    public static BoundStream Bind(StreamPlan plan, object?[] leaves, JsonElement variables)
    {
        var text = variables.ValueKind == JsonValueKind.Object ? variables.GetRawText() : "";
        return new BoundStream(
            plan,
            Binding.Bind(plan.Page, leaves),
            text,
            Binding.Read(plan, () => plan.After(leaves)),
            plan.Refusal is { } refusal ? Binding.Bind(refusal, leaves) : null
        );
    }
}

/// <summary>Arrays of the CLR types of SQL types.</summary>
internal static class SqlArrays
{
    public static Array Of(SqlType type, IReadOnlyList<object?> items) =>
        type switch
        {
            SqlType.Boolean => Values<bool>(items),
            SqlType.Integer => Values<int>(items),
            SqlType.BigInt => Values<long>(items),
            SqlType.Numeric => Values<BigInteger>(items),
            SqlType.Double => Values<double>(items),
            SqlType.Text => items.Select(item => (string?)item).ToArray(),
            SqlType.Bytea => items.Select(item => (byte[]?)item).ToArray(),
            SqlType.TimestampTz => Values<DateTime>(items),
            SqlType.Date => Values<DateOnly>(items),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Unknown SQL type."),
        };

    private static T?[] Values<T>(IReadOnlyList<object?> items)
        where T : struct => [.. items.Select(item => (T?)item)];
}
