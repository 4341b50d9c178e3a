namespace Indexer.GraphQL.Types;

/// <summary>The place of a message in its stream, made of its key.</summary>
internal sealed record CursorSource : FieldSource;
