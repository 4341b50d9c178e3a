namespace Indexer.Substrate.Metadata;

/// <summary>A compact integer.</summary>
internal sealed record CompactType(int Inner) : TypeDefinition;
