namespace Indexer.GraphQL.Language;

/// <summary>A place in a document.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 code units.</param>
public readonly record struct Location(int Line, int Column);
