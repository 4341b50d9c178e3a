namespace Indexer.GraphQL.Types;

/// <summary>A scalar or enum, or an array of them, computed from the row.</summary>
internal sealed record ExpressionSource(SqlExpression Sql) : FieldSource;
