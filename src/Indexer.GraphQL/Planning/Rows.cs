using Indexer.GraphQL.Inputs;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Planning;

/// <summary>The rows a relation field reads: where from, and under which conditions.</summary>
internal sealed class Rows(ObjectType target, Join? join, SqlRow? parent, Scope scope)
{
    public ObjectType Target => target;

    /// <summary>The FROM item with its alias.</summary>
    public string From(string alias)
    {
        var source = join?.Source is { } computed ? computed(parent ?? scope.Row("")) : target.Table;
        return source is null
            ? throw new InvalidOperationException($"Type {target.Name} has no table and its field names no source.")
            : $"{source} {alias}";
    }

    /// <summary>Every condition on a row, joined; <c>true</c> when there is none.</summary>
    public string Where(string alias, params IEnumerable<string?> more)
    {
        var row = scope.Row(alias);
        var conditions = new List<string>();
        if (join is not null && parent is { } outer)
        {
            conditions.AddRange(join.Conditions(outer, row));
        }

        if (target.Version is not null)
        {
            conditions.Add(scope.InForce(target, alias));
        }

        conditions.AddRange(ArgumentConditions(row));
        conditions.AddRange(more.Where(condition => condition is not null)!);
        return conditions.Count == 0 ? "true" : string.Join(" and ", conditions.Select(condition => $"({condition})"));
    }

    private IEnumerable<string> ArgumentConditions(SqlRow row)
    {
        foreach (var argument in scope.Field?.Arguments ?? [])
        {
            if (
                argument.Condition is { } condition
                && scope.Arguments.GetValueOrDefault(argument.Name) is { } value and not NullInput
            )
            {
                yield return condition.Predicate(row, ArgumentParameters.For(scope.Statement, argument, value));
            }
        }
    }
}
