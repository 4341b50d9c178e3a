namespace Indexer.Substrate.Metadata;

/// <summary>A pallet of a runtime.</summary>
/// <param name="Name">The name in the runtime, such as PhalaStakePoolv2.</param>
/// <param name="Index">The byte that stands for it in events and calls.</param>
/// <param name="Storage">Its storage entries.</param>
/// <param name="Calls">Its calls; empty without.</param>
/// <param name="Events">Its events; empty without.</param>
/// <param name="Constants">Its constants.</param>
/// <param name="Errors">Its errors; empty without.</param>
public sealed record PalletMetadata(
    string Name,
    byte Index,
    IReadOnlyList<StorageEntry> Storage,
    IReadOnlyList<TypeVariant> Calls,
    IReadOnlyList<TypeVariant> Events,
    IReadOnlyList<PalletConstant> Constants,
    IReadOnlyList<TypeVariant> Errors
);
