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

    /// <summary>The scope of a field selected here: its arguments, and the point in time it sets.</summary>
    public Scope Enter(SelectedField selected)
    {
        var arguments = LiteralCoercion.Arguments(
            selected.Field.Arguments,
            selected.First.Arguments,
            Statement.Collector.Variables
        );
        var scope = this with { Field = selected.Field, Arguments = arguments };
        return
            selected.Field.Version is { } version
            && arguments.GetValueOrDefault(version.Argument.Name) is ObjectInput { Fields: [var (name, value)] }
            ? scope with
            {
                Point = new VersionPoint(version, name, PointParameter(version, name, value)),
            }
            : scope;
    }

    private string PointParameter(RowVersion version, string name, InputNode value)
    {
        var input = (InputObjectType)version.Argument.Type;
        return Statement.Parameter(value, SqlTypes.Of(input.Find(name)!.Type.Named));
    }
}

/// <summary>The point in time that rows are read at.</summary>
internal sealed record VersionPoint(RowVersion Version, string Case, string Parameter);
