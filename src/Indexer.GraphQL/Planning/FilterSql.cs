using Indexer.GraphQL.Inputs;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Planning;

/// <summary>Writes the predicate of a <c>where</c>.</summary>
internal static class FilterSql
{
    public static string Rows(ObjectInput filter, ObjectType type, SqlRow row, Scope scope)
    {
        return All([
            .. filter.Fields.Select(field => Condition(field.Key, field.Value, type, row, scope)).OfType<string>(),
        ]);
    }

    /// <summary>All of some conditions.</summary>
    public static string All(List<string> conditions) =>
        conditions.Count == 0 ? "true" : $"({string.Join(" and ", conditions)})";

    private static string? Condition(string name, InputNode value, ObjectType type, SqlRow row, Scope scope)
    {
        return (name, value) switch
        {
            ("and", ListInput list) => All([.. list.Items.Select(Inner)]),
            ("or", ListInput list) => list.Items.Count == 0
                ? "false"
                : $"({string.Join(" or ", list.Items.Select(Inner))})",
            ("not", ObjectInput) => Not(Inner(value)),
            ("and" or "or" or "not", _) => null,
            _ => Field(type.Find(name)!, value, row, scope),
        };

        string Inner(InputNode item) => Rows((ObjectInput)item, type, row, scope);
    }

    /// <summary>A condition on null counts as false, so its negation is true.</summary>
    private static string Not(string condition) => $"({condition} is not true)";

    private static string? Field(Field field, InputNode value, SqlRow row, Scope scope) =>
        (field.Source, value) switch
        {
            (ExpressionSource source, ObjectInput operators) => LeafFilterSql.Write(
                operators,
                field,
                $"({source.Sql(row)})",
                row,
                scope.Statement
            ),
            (ToOneSource source, NullInput) => $"not {Exists(source, null, row, scope)}",
            (ToOneSource source, ObjectInput inner) => Exists(
                source,
                other => Rows(inner, source.Target, other, scope),
                row,
                scope
            ),
            (RowsSource source, ObjectInput inner) => Related(inner, source, row, scope),
            (EmbeddedSource source, ObjectInput inner) => All([
                source.Present?.Invoke(row) ?? "true",
                Rows(inner, (ObjectType)field.Type.Named, row, scope),
            ]),
            _ => null,
        };

    private static string Related(ObjectInput filter, RowsSource source, SqlRow row, Scope scope)
    {
        var conditions = new List<string>();
        foreach (var (quantifier, value) in filter.Fields)
        {
            if (value is ObjectInput inner)
            {
                Func<SqlRow, string> matches = other => Rows(inner, source.Target, other, scope);
                conditions.Add(
                    quantifier switch
                    {
                        "some" => Exists(source, matches, row, scope),
                        "none" => $"not {Exists(source, matches, row, scope)}",
                        _ => $"not {Exists(source, other => Not(matches(other)), row, scope)}",
                    }
                );
            }
        }

        return All(conditions);
    }

    private static string Exists(RowsSource source, Func<SqlRow, string>? condition, SqlRow row, Scope scope)
    {
        var bare = scope with { Field = null };
        var rows = new Rows(source, row, bare);
        var alias = scope.Statement.NextAlias();
        return $"exists (select 1 from {rows.From(alias)} where {rows.Where(alias, condition?.Invoke(bare.Row(alias)))})";
    }
}
