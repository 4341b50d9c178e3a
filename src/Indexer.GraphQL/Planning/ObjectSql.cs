using Indexer.GraphQL.Inputs;
using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Planning;

/// <summary>Writes the JSON object of a row.</summary>
internal static class ObjectSql
{
    public static string Write(ObjectType type, IEnumerable<SelectionSetNode> sets, ReadRow read, Scope scope)
    {
        var fields = scope.Statement.Collector.Collect(type, sets);
        return JsonSql.Object([
            .. fields.Select(field => Member(field, scope, Value(type, field, read, scope.Enter(field)))),
        ]);
    }

    /// <summary>A JSON object whose fields are not of a row of their own.</summary>
    public static string Parts(SelectedField owner, Scope scope, Func<SelectedField, string> write)
    {
        var type = (ObjectType)owner.Field.Type.Named;
        return JsonSql.Object([
            .. scope
                .Statement.Collector.Collect(type, owner.Selections)
                .Select(field =>
                    Member(field, scope, field.Field.Name == "__typename" ? TypeName(type) : write(field))
                ),
        ]);
    }

    /// <summary>The JSON of a scalar or enum.</summary>
    public static string Leaf(NamedType type, string value) =>
        type is ScalarType scalar ? scalar.Json(value) : ((EnumType)type).Json(value);

    private static JsonMember Member(SelectedField field, Scope scope, string value) =>
        new(field.Field.Name, scope.Statement.Alias(field), value);

    private static string TypeName(ObjectType type) => Sql.Literal($"\"{type.Name}\"");

    private static string Value(ObjectType type, SelectedField selected, ReadRow read, Scope scope)
    {
        var row = scope.Row(read.Alias);
        return selected.Field switch
        {
            { Name: "__typename" } => TypeName(type),
            { Source: GlobalIdSource } => ScalarType.Quoted(GlobalId.Write(type, row, scope.Point)),
            { Source: CursorSource } => ScalarType.Quoted(Ordering.ByKey(type).Cursor(row)),
            { Source: ExpressionSource source } field => Leaves(field.Type, read.Value(source, row), scope),
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

    private static string Leaves(GraphType type, string value, Scope scope)
    {
        if (type.Nullable is not ListType)
        {
            return Leaf(type.Named, $"({value})");
        }

        var item = scope.Statement.NextAlias();
        var array = JsonSql.Array(Leaf(type.Named, $"{item}.v"));
        return $"case when {value} is not null then (select {array} from unnest({value}) {item}(v)) end";
    }
}
