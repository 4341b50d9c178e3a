namespace Indexer.Substrate.Metadata;

/// <summary>A primitive.</summary>
internal sealed record PrimitiveType(Primitive Primitive) : TypeDefinition;
