namespace Indexer.Substrate.Metadata;

/// <summary>A bit sequence in words of the store type, in the order that the order type names (Lsb0 or Msb0).</summary>
internal sealed record BitSequenceType(int Store, int Order) : TypeDefinition;
