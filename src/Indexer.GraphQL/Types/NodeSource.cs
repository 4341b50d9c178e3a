namespace Indexer.GraphQL.Types;

/// <summary>The row that a global id names, of whatever type.</summary>
internal sealed record NodeSource : FieldSource;
