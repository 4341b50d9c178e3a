using Indexer.GraphQL.Inputs;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Planning;

/// <summary>The rows a relation field reads: where from, and under which conditions.</summary>
internal sealed class Rows(RowsSource source, SqlRow? parent, Scope scope)
{
    public ObjectType Target => source.Target;

    /// <summary>A row, to write an object of it.</summary>
    /// <param name="alias">Its alias.</param>
    /// <param name="around">The row the field is selected on; null at the root.</param>
    /// <param name="order">The order of a list, cut out in a sub-query.</param>
    public ReadRow Read(string alias, ReadRow? around = null, Ordering? order = null) =>
        new(
            Target,
            source.Join,
            around,
            scope.Point,
            new LookUps(scope.Statement, scope.Row(alias), order?.Leads(scope.Row(alias)) ?? [])
        );

    /// <summary>The FROM item with its alias.</summary>
    public string From(string alias) => source.From(parent, scope.Row(alias));

    /// <summary>Every condition on a row, joined; <c>true</c> when there is none.</summary>
    public string Where(string alias, params IEnumerable<string?> more)
    {
        var row = scope.Row(alias);
        IEnumerable<string?> conditions = [.. source.Conditions(parent, row), .. ArgumentConditions(row), .. more];
        var given = conditions.Where(condition => condition is not null).Select(condition => $"({condition})").ToList();
        return given.Count == 0 ? "true" : string.Join(" and ", given);
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
                var parameters = ArgumentParameters.For(scope.Statement, argument, value);
                if (condition.Refused is { } refused)
                {
                    scope.Statement.Refusals.Add(refused(parameters[0]));
                }

                yield return condition.Predicate(row, parameters);
            }
        }
    }
}
