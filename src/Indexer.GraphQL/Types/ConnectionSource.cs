namespace Indexer.GraphQL.Types;

/// <summary>Rows of another type, page by page.</summary>
internal sealed record ConnectionSource(ObjectType Target, Join? Join) : RowsSource(Target, Join);
