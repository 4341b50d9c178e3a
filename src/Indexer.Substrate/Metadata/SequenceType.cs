namespace Indexer.Substrate.Metadata;

/// <summary>A sequence with its count before it.</summary>
internal sealed record SequenceType(int Element) : TypeDefinition;
