using Indexer.GraphQL.Inputs;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Planning;

/// <summary>Writes the operators on a scalar or enum.</summary>
internal static class LeafFilterSql
{
    public static string Write(ObjectInput operators, Field field, string value, SqlRow row, Statement statement) =>
        FilterSql.All([
            .. operators
                .Fields.Select(item => Operator(item.Key, item.Value, value, field, row, statement))
                .OfType<string>(),
        ]);

    private static string? Operator(
        string name,
        InputNode input,
        string value,
        Field field,
        SqlRow row,
        Statement statement
    )
    {
        var type = SqlTypes.Of(field.Type.Named);
        if (input is NullInput)
        {
            return name switch
            {
                "eq" => $"{value} is null",
                "neq" => $"{value} is not null",
                _ => null,
            };
        }

        string Parameter()
        {
            var parameter = statement.Parameter(input, type);
            Check($"array[{parameter}]");
            return field.Compared is { } compared ? $"({compared(row, parameter)})" : parameter;
        }

        string Array()
        {
            var parameter = statement.Parameter(input, type, isArray: true);
            Check(parameter);
            return field.Compared is { } compared
                ? $"array(select {compared(row, "asked")} from unnest({parameter}) asked)"
                : parameter;
        }

        void Check(string values)
        {
            if (field.Refused is { } refused)
            {
                statement.Refusals.Add(refused(values));
            }
        }

        return name switch
        {
            "eq" => $"{value} = {Parameter()}",
            "neq" => $"{value} is distinct from {Parameter()}",
            "in" => $"{value} = any({Array()})",
            "nin" => $"({value} = any({Array()})) is not true",
            "gt" => $"{value} > {Parameter()}",
            "gte" => $"{value} >= {Parameter()}",
            "lt" => $"{value} < {Parameter()}",
            "lte" => $"{value} <= {Parameter()}",
            "startsWith" => $"{value} like {Pattern(name, input, "", statement)}",
            "contains" => $"{value} like {Pattern(name, input, "%", statement)}",
            // In a sub-query it is lowered once, and not for every row.
            "icontains" => $"lower({value}) like (select lower({Pattern(name, input, "%", statement)}))",
            "isNull" => ((BooleanInput)input).Value ? $"{value} is null" : $"{value} is not null",
            _ => throw new InvalidOperationException($"There is no operator {name}."),
        };
    }

    private static string Pattern(string name, InputNode input, string before, Statement statement)
    {
        var read = LiteralCoercion.Leaf(input);
        var longest = statement.Options.MaxPatternLength;
        return statement.Parameter(
            (input, "like", name),
            SqlType.Text,
            isArray: false,
            leaves => $"{before}{Escape(Checked((string)read(leaves)!))}%"
        );

        string Checked(string text) =>
            text.Length <= longest
                ? text
                : throw OperationLimits.Exceeded($"The text of \"{name}\" has {text.Length} characters", longest);
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
}

/// <summary>The number of conditions of a filter.</summary>
internal static class FilterSize
{
    /// <summary>Its comparisons, and its objects and lists without any: everything that SQL is written for.</summary>
    public static long Of(InputNode filter) =>
        filter switch
        {
            ObjectInput item => Math.Max(1, item.Fields.Sum(field => Of(field.Value))),
            ListInput list => Math.Max(1, list.Items.Sum(Of)),
            _ => 1,
        };
}
