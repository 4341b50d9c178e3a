namespace Indexer.Substrate.Metadata;

/// <summary>A case of an enum. Events and calls of a pallet are the cases of one enum each.</summary>
/// <param name="Name">The name of the case.</param>
/// <param name="Index">The byte that stands for it.</param>
/// <param name="Fields">Its fields in order.</param>
public sealed record TypeVariant(string Name, byte Index, IReadOnlyList<TypeField> Fields);
