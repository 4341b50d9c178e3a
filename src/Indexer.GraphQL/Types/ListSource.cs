namespace Indexer.GraphQL.Types;

/// <summary>A short list of rows of another type.</summary>
/// <param name="Target">Their type.</param>
/// <param name="Join">Which ones.</param>
/// <param name="Limit">The greatest number returned.</param>
internal sealed record ListSource(ObjectType Target, Join? Join, int Limit) : RowsSource(Target, Join);
