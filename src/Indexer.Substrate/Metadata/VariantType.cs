namespace Indexer.Substrate.Metadata;

/// <summary>An enum.</summary>
internal sealed record VariantType(IReadOnlyList<TypeVariant> Variants) : TypeDefinition;
