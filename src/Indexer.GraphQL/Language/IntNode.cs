namespace Indexer.GraphQL.Language;

/// <summary>A number without fraction and exponent.</summary>
internal sealed record IntNode(Location Location, string Text) : ValueNode(Location);
