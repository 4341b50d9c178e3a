namespace Indexer.GraphQL.Language;

/// <summary>A number with a fraction or exponent.</summary>
internal sealed record FloatNode(Location Location, string Text) : ValueNode(Location);
