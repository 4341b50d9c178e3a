namespace Indexer.GraphQL.Types;

/// <summary>The global id of the row.</summary>
internal sealed record GlobalIdSource : FieldSource;
