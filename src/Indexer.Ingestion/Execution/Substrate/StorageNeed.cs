using Indexer.Substrate;

namespace Indexer.Ingestion;

/// <summary>A value of the chain's storage that a handler must know; a runtime without the entry has none.</summary>
/// <param name="Pallet">The pallet.</param>
/// <param name="Entry">The entry; a handler needs at most one value of it before and one after the block.</param>
/// <param name="AtParent">Whether as it was before the block, else after it.</param>
/// <param name="Keys">The SCALE encodings of the keys; none for a plain value.</param>
public sealed record StorageNeed(string Pallet, string Entry, bool AtParent, params IReadOnlyList<byte[]> Keys)
{
    /// <summary>The value of an entry among those that a handler asked for; null when nothing is stored or known.</summary>
    internal static ScaleValue? Find(
        IReadOnlyDictionary<StorageNeed, ScaleValue?> storage,
        string pallet,
        string entry,
        bool atParent
    ) =>
        storage
            .FirstOrDefault(value =>
                value.Key.Pallet == pallet && value.Key.Entry == entry && value.Key.AtParent == atParent
            )
            .Value;
}
