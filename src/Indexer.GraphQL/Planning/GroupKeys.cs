using Indexer.GraphQL.Inputs;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Planning;

/// <summary>What rows are grouped by: the first columns of a grouping query.</summary>
internal sealed class GroupKeys
{
    private readonly List<Field> fields = [];
    private readonly List<string> columns = [];
    private readonly string alias;

    /// <summary>Reads the argument <c>by</c>.</summary>
    /// <exception cref="GraphQLRequestException">It is empty, names a field twice, or an interval for what is no time.</exception>
    public GroupKeys(ObjectType target, InputNode by, WholeList list, string alias)
    {
        this.alias = alias;
        foreach (var item in ((ListInput)by).Items.Cast<ObjectInput>())
        {
            var name = ((EnumInput)item["field"]!).Value.Name;
            var field = GroupTypes.Keys(target).First(key => Names.ToEnumValue(key.Name) == name);
            if (fields.Contains(field))
            {
                throw Invalid($"names {name} twice");
            }

            fields.Add(field);
            columns.Add(Column(field, name, item["interval"] as EnumInput, list.Column(field)));
        }

        if (fields.Count == 0)
        {
            throw Invalid("is empty; name at least one field");
        }
    }

    public string Columns => string.Join(", ", columns.Select((column, index) => $"{column} as k{index}"));

    /// <summary>The columns by number, for <c>group by</c> and <c>order by</c>.</summary>
    public string Positions => string.Join(", ", Enumerable.Range(1, columns.Count));

    /// <summary>The JSON of a field's part of the key; null when rows are not grouped by it.</summary>
    public string Write(Field field)
    {
        var index = fields.IndexOf(field);
        return index < 0 ? JsonSql.Null : ObjectSql.Leaf(field.Type.Named, $"{alias}.k{index}");
    }

    private static string Column(Field field, string name, EnumInput? interval, string value)
    {
        if (interval is null)
        {
            return value;
        }

        var stretch = Sql.Literal(interval.Value.Text);
        return SqlTypes.Of(field.Type.Named) switch
        {
            SqlType.TimestampTz => $"date_trunc({stretch}, {value}, 'UTC')",
            SqlType.Date => $"date_trunc({stretch}, {value}::timestamp)::date",
            _ => throw Invalid($"has an interval for {name}, which is no time"),
        };
    }

    private static GraphQLRequestException Invalid(string problem) =>
        new($"Argument \"by\" {problem}.", ErrorCodes.Input);
}
