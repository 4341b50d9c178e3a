namespace Indexer.GraphQL.Types;

/// <summary>The rows that an argument keeps.</summary>
/// <param name="Parse">From the coerced value to SQL values; null passes the value through as one.</param>
/// <param name="Types">The SQL type of each value.</param>
/// <param name="Predicate">SQL over the row alias and the values' parameters.</param>
internal sealed record ArgumentCondition(
    Func<object, IReadOnlyList<object?>>? Parse,
    IReadOnlyList<SqlType> Types,
    Func<SqlRow, IReadOnlyList<string>, string> Predicate
)
{
    /// <summary>From the first value's parameter to SQL for what is wrong with it, null when nothing is.</summary>
    public Func<string, string>? Refused { get; init; }
}
