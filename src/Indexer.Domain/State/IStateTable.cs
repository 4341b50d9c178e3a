namespace Indexer.Domain;

/// <summary>The current state of one kind, as handlers may read it.</summary>
/// <typeparam name="TKey">The key within the network.</typeparam>
/// <typeparam name="TRow">The kind of state.</typeparam>
public interface IStateTable<TKey, TRow>
    where TRow : StateRow
{
    /// <summary>The state of a key; null when there is none.</summary>
    TRow? Find(TKey key);

    /// <summary>The state of all keys, in no order. A live view.</summary>
    IReadOnlyCollection<TRow> All { get; }

    /// <summary>The keys that were set or ended since the last block ended, with what held before; null where nothing did.</summary>
    IReadOnlyDictionary<TKey, TRow?> BeforeBlock { get; }
}
