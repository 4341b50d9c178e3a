namespace Indexer.Domain;

/// <summary>The current state of one kind, as handlers may read it.</summary>
/// <typeparam name="TKey">The key within the network.</typeparam>
/// <typeparam name="TRow">The kind of state.</typeparam>
public interface IStateTable<in TKey, out TRow>
    where TRow : StateRow
{
    /// <summary>The state of a key; null when there is none.</summary>
    TRow? Find(TKey key);
}
