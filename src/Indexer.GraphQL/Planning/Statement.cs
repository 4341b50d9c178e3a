using Indexer.GraphQL.Inputs;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Planning;

/// <summary>The statement being written for one root field: its aliases, parameters and costs.</summary>
internal sealed class Statement(FieldCollector collector, GraphQLOptions options)
{
    private readonly Dictionary<object, string> known = [];
    private readonly Dictionary<string, SortedSet<string>> columns = new(StringComparer.Ordinal);
    private int aliases;

    public FieldCollector Collector => collector;

    public GraphQLOptions Options => options;

    public List<Parameter> Parameters { get; } = [];

    public List<FieldCost> Costs { get; } = [];

    /// <summary>SQL for what is wrong with values of the request, null when nothing is.</summary>
    public HashSet<string> Refusals { get; } = [];

    public string NextAlias() => $"t{++aliases}";

    /// <summary>A column of a row.</summary>
    public string Column(string alias, string column)
    {
        if (!columns.TryGetValue(alias, out var read))
        {
            columns[alias] = read = new SortedSet<string>(StringComparer.Ordinal);
        }

        read.Add(column);
        return $"{alias}.{Sql.Identifier(column)}";
    }

    /// <summary>The columns of a row that were read so far.</summary>
    public IReadOnlyCollection<string> ColumnsOf(string alias) => columns.GetValueOrDefault(alias) ?? [];

    /// <summary>The parameter for an input value, the same one for each use of it.</summary>
    public string Parameter(InputNode value, SqlType type, bool isArray = false) =>
        Parameter((value, type, isArray), type, isArray, LiteralCoercion.Leaf(value));

    /// <summary>A parameter with its own way to read the value.</summary>
    /// <param name="identity">Equal for equal parameters.</param>
    /// <param name="type">Its type.</param>
    /// <param name="isArray">Whether it is an array.</param>
    /// <param name="read">Its value.</param>
    public string Parameter(object identity, SqlType type, bool isArray, Func<object?[], object?> read)
    {
        if (!known.TryGetValue(identity, out var name))
        {
            Parameters.Add(new Parameter(type, isArray, read));
            known[identity] = name = $"${Parameters.Count}";
        }

        return name;
    }

    /// <summary>The name that a client gave to a field, as a parameter; null when it left the schema's.</summary>
    public string? Alias(SelectedField field) =>
        field.Key == field.Field.Name
            ? null
            : $"{Parameter(("key", field.Key), SqlType.Text, false, _ => field.Key)}::text";

    /// <summary>The finished statement of a root field, whose value is its JSON, or a refusal.</summary>
    public SqlRoot Finish(SelectedField selected, string sql) =>
        Refusals.Count == 0 ? Plain(selected, sql) : Plain(selected, $"select coalesce({Refused}, ({sql}))");

    /// <summary>The finished statement for many rows.</summary>
    public SqlRoot Plain(SelectedField selected, string sql) =>
        new(selected.Key, selected.Field.Type.IsNonNull, selected.First.Location, sql, Parameters, Costs);

    /// <summary>The statement that refuses a request which <see cref="Plain"/> answers; null when none is refused.</summary>
    public SqlRoot? Refusal(SelectedField selected) =>
        Refusals.Count == 0 ? null : Plain(selected, $"select coalesce({Refused}, null)");

    private string Refused => string.Join(", ", Refusals.Select(refusal => $"'{RefusedValue.Mark}' || ({refusal})"));
}

/// <summary>A parameter of a statement.</summary>
/// <param name="Type">Its type.</param>
/// <param name="IsArray">Whether it is an array of that type.</param>
/// <param name="Read">From the leaves of the variables to the value; throws <see cref="FormatException"/> with a
/// message for the client when there is none.</param>
internal sealed record Parameter(SqlType Type, bool IsArray, Func<object?[], object?> Read);

/// <summary>The parameters an argument's value becomes.</summary>
internal static class ArgumentParameters
{
    public static IReadOnlyList<string> For(Statement statement, InputValue argument, InputNode value)
    {
        var condition = argument.Condition!;
        if (condition.Parse is not { } parse)
        {
            return [statement.Parameter(value, condition.Types[0], argument.Type.Nullable is ListType)];
        }

        var read = LiteralCoercion.Leaf(value);
        return
        [
            .. condition.Types.Select(
                (type, index) =>
                    statement.Parameter(
                        (argument, value, index),
                        type,
                        isArray: false,
                        leaves => Parse(argument, parse, read(leaves), index)
                    )
            ),
        ];
    }

    private static object? Parse(
        InputValue argument,
        Func<object, IReadOnlyList<object?>> parse,
        object? value,
        int index
    )
    {
        try
        {
            return parse(value!)[index];
        }
        catch (FormatException problem)
        {
            throw new FormatException($"Argument \"{argument.Name}\": {problem.Message}", problem);
        }
    }
}
