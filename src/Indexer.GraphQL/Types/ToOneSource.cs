namespace Indexer.GraphQL.Types;

/// <summary>At most one row of another type.</summary>
internal sealed record ToOneSource(ObjectType Target, Join? Join) : RowsSource(Target, Join);
