using Indexer.GraphQL.Inputs;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Planning;

/// <summary>Writes the JSON of the objects that global ids name, as of the points in time that they name.</summary>
internal static class NodeSql
{
    /// <summary>SQL for the object of the argument <c>id</c>.</summary>
    public static string One(SelectedField selected, Scope scope)
    {
        var id = scope.Arguments["id"];
        var read = LiteralCoercion.Leaf(id);
        var named = GlobalId.Read(read(scope.Statement.Collector.Variables.Leaves) as string);
        if (Target(selected, named, scope) is not { } target)
        {
            return JsonSql.Null;
        }

        return Object(
            selected,
            target,
            named!,
            scope,
            part =>
                scope.Statement.Parameter((id, part), SqlType.Text, false, leaves => Part(read(leaves), named!, part)),
            page: null
        );
    }

    /// <summary>SQL for the objects of the argument <c>ids</c>: one sub-query for each kind of object among them.</summary>
    public static string List(SelectedField selected, Scope scope)
    {
        var ids = scope.Arguments["ids"];
        var list = LiteralCoercion.Leaf(ids);
        var page = new PageSize(scope.Page, leaves => Given(list(leaves)).Count());
        var kinds = Given(list(scope.Statement.Collector.Variables.Leaves)).Select(GlobalId.Read).Distinct();
        var found = kinds
            .Select(named => Target(selected, named, scope) is { } target ? Kind(target, named!) : null)
            .OfType<string>()
            .ToList();
        var all = Array(part: -1, named: null);
        var objects =
            found.Count == 0 ? "" : $" left join ({string.Join(" union all ", found)}) found on found.n = asked.n";
        var value = found.Count == 0 ? JsonSql.Null : "found.v";
        return $"(select {JsonSql.Array(value, " order by asked.n")} from unnest({all}) with ordinality asked(id, n){objects})";

        string Kind(ObjectType target, NamedObject named)
        {
            var asked = scope.Statement.NextAlias();
            var parts = Enumerable.Range(0, named.Parts + (named.Point is null ? 0 : 1)).ToList();
            var json = Object(selected, target, named, scope, part => $"{asked}.p{part}", page);
            var from = string.Join(", ", parts.Select(part => Array(part, named)));
            var names = string.Join(", ", parts.Select(part => $"p{part}"));
            return $"select {asked}.n, {json} as v from unnest({from}) with ordinality {asked}({names}, n) where {asked}.p0 is not null";
        }

        string Array(int part, NamedObject? named) =>
            scope.Statement.Parameter(
                (ids, named, part),
                SqlType.Text,
                isArray: true,
                leaves =>
                    Texts(list(leaves))
                        .Select(
                            object? (id) =>
                                named is null ? id
                                : GlobalId.Read(id) == named ? Part(id, named, part)
                                : null
                        )
                        .ToList()
            );
    }

    private static string Object(
        SelectedField selected,
        ObjectType target,
        NamedObject named,
        Scope scope,
        Func<int, string> part,
        PageSize? page
    )
    {
        var at = scope with { Point = Point(named, part, scope), Page = page ?? scope.Page };
        var alias = scope.Statement.NextAlias();
        var row = at.Row(alias);
        var key = target.Key.Select((column, index) => column.Is(row, $"{part(index)}::{SqlTypes.Name(column.Type)}"));
        var rows = new Rows(new ToOneSource(target, Join: null), parent: null, at);
        scope.Statement.Costs.Add(new FieldCost(scope.Page, 1, page));
        var found = rows.Read(alias);
        var value = ObjectSql.Write(target, selected.Selections, found, at);
        return $"(select {value} from {rows.From(alias)}{found.Joins} where {rows.Where(alias, key)} limit 1)";
    }

    /// <summary>The type of an object; null when there is no such type, key or point.</summary>
    private static ObjectType? Target(SelectedField selected, NamedObject? named, Scope scope)
    {
        var schema = scope.Statement.Collector.Schema;
        var target = schema
            .PossibleTypes((InterfaceType)selected.Field.Type.Named)
            .FirstOrDefault(type => type.Name == named?.Type);
        return
            target is not null
            && target.Key.Count == named!.Parts
            && (named.Point is not { } point || schema.FindVersion(point) is not null)
            ? target
            : null;
    }

    private static VersionPoint? Point(NamedObject named, Func<int, string> part, Scope scope)
    {
        if (named.Point is not { } point)
        {
            return null;
        }

        var version = scope.Statement.Collector.Schema.FindVersion(point)!;
        var text = part(named.Parts);
        return new VersionPoint(version, point, $"{text}::{SqlTypes.Name(version.TypeOf(point))}", text);
    }

    private static string Part(object? id, NamedObject named, int part) =>
        GlobalId.Decode(id as string)![named.Point is not null && part == named.Parts ? part + 2 : part + 1]
        ?? throw new FormatException("A part of a global id is missing.");

    private static IEnumerable<string?> Given(object? ids) =>
        ids is IReadOnlyList<object?> list ? list.Take(NodeTypes.MaxIds).Select(item => item as string) : [];

    private static IReadOnlyList<string?> Texts(object? ids) =>
        ids switch
        {
            IReadOnlyList<object?> list when list.Count > NodeTypes.MaxIds => throw new FormatException(
                $"Argument \"ids\" has {list.Count} ids; at most {NodeTypes.MaxIds} are allowed."
            ),
            IReadOnlyList<object?> list => [.. list.Select(item => item as string)],
            _ => [],
        };
}
