namespace Indexer.Substrate.Metadata;

/// <summary>The shape of a type in the registry; scale-info's TypeDef.</summary>
internal abstract record TypeDefinition;
