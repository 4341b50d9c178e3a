namespace Indexer.GraphQL.Types;

/// <summary>The rows that global ids name, of whatever types.</summary>
/// <param name="IsList">Whether it takes several ids.</param>
internal sealed record NodeSource(bool IsList) : FieldSource;
