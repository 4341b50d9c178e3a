namespace Indexer.Domain;

/// <summary>Finds the rows of a <see cref="StateTable{TKey,TRow}"/> by something else than their key.</summary>
/// <typeparam name="TGroup">What rows are found by.</typeparam>
/// <typeparam name="TKey">The key of the table.</typeparam>
/// <typeparam name="TRow">The kind of state.</typeparam>
public sealed class StateIndex<TGroup, TKey, TRow>
    where TGroup : notnull
    where TKey : notnull
    where TRow : StateRow
{
    private readonly Dictionary<TGroup, SortedDictionary<TKey, TRow>> groups = [];

    /// <summary>Indexes a table, which must still be empty.</summary>
    /// <param name="table">The table.</param>
    /// <param name="groupOf">What a row is found by.</param>
    /// <param name="includes">Which rows can be found; all when null. Must not change over the life of a row.</param>
    public StateIndex(StateTable<TKey, TRow> table, Func<TRow, TGroup> groupOf, Func<TRow, bool>? includes = null) =>
        table.Changed += (key, before, now) =>
        {
            if (before is not null && groups.TryGetValue(groupOf(before), out var old))
            {
                old.Remove(key);
            }

            if (now is null || includes?.Invoke(now) == false)
            {
                return;
            }

            var group = groupOf(now);
            if (!groups.TryGetValue(group, out var rows))
            {
                groups[group] = rows = [];
            }

            rows[key] = now;
        };

    /// <summary>The rows of a group, ordered by key. A snapshot: later changes do not show in it.</summary>
    public IReadOnlyList<TRow> Find(TGroup group) => groups.TryGetValue(group, out var rows) ? [.. rows.Values] : [];
}
