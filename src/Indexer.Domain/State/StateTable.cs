namespace Indexer.Domain;

/// <summary>
/// The current state of one kind, and the versions that came to be since the last commit. A block makes at most one
/// version of a key: what holds at its end.
/// </summary>
/// <typeparam name="TKey">The key within the network.</typeparam>
/// <typeparam name="TRow">The kind of state.</typeparam>
/// <param name="keyOf">The key of a row.</param>
public sealed class StateTable<TKey, TRow>(Func<TRow, TKey> keyOf) : IStateTable<TKey, TRow>, IVersionedTable
    where TKey : notnull
    where TRow : StateRow
{
    private readonly Dictionary<TKey, TRow> current = [];
    private readonly Dictionary<TKey, TRow?> beforeBlock = [];
    private readonly Dictionary<(TKey Key, long From), TRow> opened = [];
    private readonly List<TRow> closed = [];

    /// <summary>Told of every change: the key, the row before and the row now, null where there is none.</summary>
    internal Action<TKey, TRow?, TRow?>? Changed { get; set; }

    /// <inheritdoc />
    public Type RowType => typeof(TRow);

    /// <inheritdoc />
    public IReadOnlyCollection<StateRow> Opened => opened.Values;

    /// <inheritdoc />
    public IReadOnlyCollection<StateRow> Closed => closed;

    /// <inheritdoc />
    public TRow? Find(TKey key) => current.GetValueOrDefault(key);

    /// <inheritdoc />
    public IReadOnlyCollection<TRow> All => current.Values;

    /// <inheritdoc />
    public IReadOnlyDictionary<TKey, TRow?> BeforeBlock => beforeBlock;

    /// <inheritdoc />
    public void Load(StateRow row) => Put(keyOf((TRow)row), (TRow)row);

    /// <inheritdoc />
    public void Set(StateRow row)
    {
        var key = keyOf((TRow)row);
        beforeBlock.TryAdd(key, Find(key));
        Put(key, (TRow)row);
    }

    /// <inheritdoc />
    public void End(StateRow row)
    {
        var key = keyOf((TRow)row);
        beforeBlock.TryAdd(key, Find(key));
        Put(key, null);
    }

    /// <inheritdoc />
    public void EndBlock(string network, long height)
    {
        foreach (var (key, before) in beforeBlock)
        {
            var now = Find(key);
            if (before is not null && now is not null && IsSame(before, now))
            {
                Put(key, before);
                continue;
            }

            if (before is not null)
            {
                Close(key, before, height);
            }

            if (now is not null)
            {
                var version = now with { Network = network, FromHeight = height, ToHeight = null };
                Put(key, version);
                opened[(key, height)] = version;
            }
        }

        beforeBlock.Clear();
    }

    /// <inheritdoc />
    public void Committed()
    {
        opened.Clear();
        closed.Clear();
    }

    private static bool IsSame(TRow before, TRow now) =>
        before == now with { Network = before.Network, FromHeight = before.FromHeight, ToHeight = before.ToHeight };

    private void Put(TKey key, TRow? row)
    {
        var before = Find(key);
        if (row is null)
        {
            current.Remove(key);
        }
        else
        {
            current[key] = row;
        }

        Changed?.Invoke(key, before, row);
    }

    private void Close(TKey key, TRow row, long height)
    {
        var ended = row with { ToHeight = height };
        if (opened.ContainsKey((key, row.FromHeight)))
        {
            opened[(key, row.FromHeight)] = ended;
        }
        else
        {
            closed.Add(ended);
        }
    }
}
