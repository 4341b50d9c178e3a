namespace Indexer.Simulator;

/// <summary>Values by key and height: what a key was worth after any block. Heights only grow while it is written.</summary>
internal sealed class History<TKey, TValue>
    where TKey : notnull
{
    private readonly Dictionary<TKey, List<(long Height, TValue Value)>> _entries = [];

    public void Set(TKey key, long height, TValue value)
    {
        if (!_entries.TryGetValue(key, out var list))
        {
            _entries[key] = list = [];
        }
        if (list.Count > 0 && list[^1].Height == height)
        {
            list[^1] = (height, value);
        }
        else
        {
            list.Add((height, value));
        }
    }

    public bool TryAt(TKey key, long height, out TValue value)
    {
        value = default!;
        if (!_entries.TryGetValue(key, out var list) || list[0].Height > height)
        {
            return false;
        }
        var (low, high) = (0, list.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = list[middle].Height <= height ? (middle, high) : (low, middle - 1);
        }
        value = list[low].Value;
        return true;
    }

    /// <summary>Every value of a key up to a block, each with the block from which it held.</summary>
    public IEnumerable<(long Height, TValue Value)> Of(TKey key, long height) =>
        _entries.TryGetValue(key, out var list) ? list.TakeWhile(entry => entry.Height <= height) : [];

    public IEnumerable<(TKey Key, TValue Value)> At(long height)
    {
        foreach (var key in _entries.Keys)
        {
            if (TryAt(key, height, out var value))
            {
                yield return (key, value);
            }
        }
    }
}
