namespace Indexer.GraphQL.Language;

/// <summary>A part of a document and where it begins.</summary>
internal abstract record Node(Location Location);
