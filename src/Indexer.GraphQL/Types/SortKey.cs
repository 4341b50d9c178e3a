namespace Indexer.GraphQL.Types;

/// <summary>Something rows can be ordered by.</summary>
/// <param name="Name">The value of the order enum.</param>
/// <param name="Description">What it compares.</param>
/// <param name="Type">The SQL type of the compared value.</param>
/// <param name="Value">The compared value.</param>
/// <param name="IsNullable">Whether the compared value can be null.</param>
internal sealed record SortKey(string Name, string Description, SqlType Type, ExpressionSource Value, bool IsNullable);

/// <summary>The direction of one sort key; null counts as larger than every value.</summary>
public enum SortDirection
{
    /// <summary>Smallest first, null last.</summary>
    Ascending,

    /// <summary>Largest first, null first.</summary>
    Descending,
}

/// <summary>A column of a type's unique key.</summary>
/// <param name="Name">The column.</param>
/// <param name="Type">Its type.</param>
public sealed record KeyColumn(string Name, SqlType Type)
{
    /// <summary>From a row to the value, where that is not the column's: other ones may hold at another point in time.</summary>
    public SqlExpression? Value { get; init; }

    /// <summary>From a row to what closes the order of lists in place of the value, as unique as it and of the same type; the value when left out.</summary>
    public SqlExpression? Sort { get; init; }

    /// <summary>From a row and SQL for a value to whether the row has it; equality when left out. It should find by an index.</summary>
    public Func<SqlRow, string, string>? Equal { get; init; }

    internal string Of(SqlRow row) => Value?.Invoke(row) ?? row[Name];

    internal string SortOf(SqlRow row) => Sort?.Invoke(row) ?? Of(row);

    internal string Is(SqlRow row, string value) => Equal?.Invoke(row, value) ?? $"{Of(row)} = {value}";
}
