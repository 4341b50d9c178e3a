namespace Indexer.GraphQL.Types;

/// <summary>Where the value of a field comes from.</summary>
internal abstract record FieldSource;
