namespace Indexer.Substrate.Metadata;

/// <summary>An array of fixed length.</summary>
internal sealed record ArrayType(int Element, uint Length) : TypeDefinition;
