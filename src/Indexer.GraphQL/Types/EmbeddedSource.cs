namespace Indexer.GraphQL.Types;

/// <summary>An object whose fields read the same row; null when <paramref name="Present"/> does not hold.</summary>
internal sealed record EmbeddedSource(SqlExpression? Present) : FieldSource;
