namespace Indexer.GraphQL.Types;

/// <summary>Something rows can be ordered by.</summary>
/// <param name="Name">The value of the order enum.</param>
/// <param name="Description">What it compares.</param>
/// <param name="Type">The SQL type of the compared value.</param>
/// <param name="Value">The compared value.</param>
/// <param name="IsNullable">Whether the compared value can be null.</param>
internal sealed record SortKey(string Name, string Description, SqlType Type, ExpressionSource Value, bool IsNullable);
