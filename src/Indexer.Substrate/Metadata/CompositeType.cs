namespace Indexer.Substrate.Metadata;

/// <summary>A struct or tuple struct.</summary>
internal sealed record CompositeType(IReadOnlyList<TypeField> Fields) : TypeDefinition;
