using Indexer.GraphQL.Inputs;
using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Planning;

/// <summary>Writes the JSON object of a row.</summary>
internal static class ObjectSql
{
    /// <summary>PostgreSQL functions take 100 arguments.</summary>
    private const int MaxPairs = 50;

    public static string Write(ObjectType type, IEnumerable<SelectionSetNode> sets, ReadRow read, Scope scope)
    {
        var fields = scope.Statement.Collector.Collect(type, sets);
        return Pairs([
            .. fields.Select(field =>
                $"{scope.Statement.Key(field.Key, field.Field.Name)}, {Value(type, field, read, scope.Enter(field))}"
            ),
        ]);
    }

    /// <summary>A JSON object of <c>key, value</c> pairs in their order.</summary>
    public static string Pairs(IReadOnlyList<string> pairs)
    {
        var objects = pairs.Chunk(MaxPairs).Select(chunk => $"json_build_object({string.Join(", ", chunk)})").ToList();
        return objects.Count switch
        {
            0 => "json_build_object()",
            1 => objects[0],
            _ =>
                $"('{{' || {string.Join(" || ', ' || ", objects.Select(item => $"substr(left({item}::text, -1), 2)"))} || '}}')::json",
        };
    }

    /// <summary>A JSON object whose fields are not of a row of their own.</summary>
    public static string Parts(SelectedField owner, Scope scope, Func<SelectedField, string> write)
    {
        var type = (ObjectType)owner.Field.Type.Named;
        return Pairs([
            .. scope
                .Statement.Collector.Collect(type, owner.Selections)
                .Select(field =>
                {
                    var value = field.Field.Name == "__typename" ? Sql.Literal(type.Name) : write(field);
                    return $"{scope.Statement.Key(field.Key, field.Field.Name)}, {value}";
                }),
        ]);
    }

    private static string Value(ObjectType type, SelectedField selected, ReadRow read, Scope scope)
    {
        var row = scope.Row(read.Alias);
        return selected.Field switch
        {
            { Name: "__typename" } => Sql.Literal(type.Name),
            { Source: GlobalIdSource } => GlobalId.Render(type, row),
            { Source: CursorSource } => Ordering.ByKey(type).Cursor(row),
            { Source: ExpressionSource source } field => Leaf(field.Type, read.Value(source, row), scope),
            { Source: EmbeddedSource source } field => Embedded(field, source, selected, read, scope),
            _ => RelationSql.Write(selected, read, scope),
        };
    }

    private static string Embedded(
        Field field,
        EmbeddedSource source,
        SelectedField selected,
        ReadRow read,
        Scope scope
    )
    {
        var value = Write((ObjectType)field.Type.Named, selected.Selections, read, scope);
        return source.Present is { } present ? $"case when {present(scope.Row(read.Alias))} then {value} end" : value;
    }

    private static string Leaf(GraphType type, string value, Scope scope)
    {
        if (type.Nullable is not ListType)
        {
            return Render(type.Named, $"({value})");
        }

        var item = scope.Statement.NextAlias();
        var items =
            $"select coalesce(json_agg({Render(type.Named, $"{item}.v")}), '[]') from unnest({value}) {item}(v)";
        return $"case when {value} is not null then ({items}) end";
    }

    /// <summary>The JSON form of a scalar or enum.</summary>
    public static string Render(NamedType type, string value) =>
        type is ScalarType scalar ? scalar.Render(value) : ((EnumType)type).Render(value);
}
