using Indexer.GraphQL.Inputs;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Planning;

/// <summary>What surrounds a field: the statement, the point in time, the list around it, its own arguments.</summary>
internal sealed record Scope(Statement Statement) : ISqlScope
{
    public VersionPoint? Point { get; init; }

    public PageSize? Page { get; init; }

    public Field? Field { get; init; }

    public IReadOnlyDictionary<string, InputNode> Arguments { get; init; } = new Dictionary<string, InputNode>();

    public SqlRow Row(string alias) => new(alias, this);

    public string Column(string alias, string column) => Statement.Column(alias, column);

    public string Argument(string name)
    {
        var type =
            Field?.FindArgument(name)?.Type
            ?? throw new InvalidOperationException($"Field {Field?.Name} has no argument {name}.");
        var sqlType = SqlTypes.Of(type.Named);
        var isArray = type.Nullable is ListType;
        return Arguments.GetValueOrDefault(name) is { } value and not NullInput
            ? Statement.Parameter(value, sqlType, isArray)
            : $"null::{SqlTypes.Name(sqlType)}{(isArray ? "[]" : "")}";
    }

    public string InForce(ObjectType type, string alias)
    {
        var version =
            type.Version ?? throw new InvalidOperationException($"Type {type.Name} has no versions to choose from.");
        var row = Row(alias);
        return Point is { } point && point.Version == version
            ? point.Version.Predicate(point.Case)(row, point.Parameter)
            : version.Current(row);
    }

    public (string Case, string Value)? PointIn(RowVersion version) =>
        Point is { } point && point.Version == version ? (point.Case, point.Parameter) : null;

    /// <summary>The scope of a field selected here: its arguments, and the point in time it sets.</summary>
    public Scope Enter(SelectedField selected)
    {
        var arguments = LiteralCoercion.Arguments(
            selected.Field.Arguments,
            selected.First.Arguments,
            Statement.Collector.Variables
        );
        var scope = this with { Field = selected.Field, Arguments = arguments };
        if (
            selected.Field.Version is not { } version
            || arguments.GetValueOrDefault(version.Argument.Name) is not ObjectInput { Fields: [var (name, value)] }
        )
        {
            return scope;
        }

        // A truth value that is false names no point: the rows as they are now, under their own ids.
        var point = value is BooleanInput { Value: false } ? null : scope.PointOf(version, name, value);
        return scope with { Point = point };
    }

    /// <summary>The point that a value names, which is refused where the schema knows it to be out of reach.</summary>
    private VersionPoint PointOf(RowVersion version, string name, InputNode value)
    {
        var parameter = Statement.Parameter(value, version.TypeOf(name));
        if (version.Refusal(name)?.Invoke(parameter, Narrowed) is { } refusal)
        {
            Statement.Refusals.Add(refusal);
        }

        var read = LiteralCoercion.Leaf(value);
        var text = Statement.Parameter(
            (value, "point"),
            SqlType.Text,
            isArray: false,
            leaves => RowVersion.Text(read(leaves)!)
        );
        return new VersionPoint(version, name, parameter, text);
    }

    /// <summary>The texts that an argument, or a condition of <c>where</c> that must hold, leaves for a field, as an SQL
    /// array; null when neither narrows it.</summary>
    private string? Narrowed(string field) =>
        (Arguments.GetValueOrDefault(field), (Arguments.GetValueOrDefault("where") as ObjectInput)?[field]) switch
        {
            (LeafInput value, _) when Field?.FindArgument(field)?.Type.Nullable is not ListType =>
                $"array[{Statement.Parameter(value, SqlType.Text)}]",
            (_, ObjectInput condition) when condition["eq"] is LeafInput value =>
                $"array[{Statement.Parameter(value, SqlType.Text)}]",
            (_, ObjectInput condition) when condition["in"] is LeafInput values => Statement.Parameter(
                values,
                SqlType.Text,
                isArray: true
            ),
            _ => null,
        };
}

/// <summary>The point in time that rows are read at.</summary>
/// <param name="Version">The kind of versions.</param>
/// <param name="Case">The way in which the point is named.</param>
/// <param name="Parameter">SQL for its value.</param>
/// <param name="Text">SQL for the text of the value in global ids: equal for equal points.</param>
internal sealed record VersionPoint(RowVersion Version, string Case, string Parameter, string Text);
