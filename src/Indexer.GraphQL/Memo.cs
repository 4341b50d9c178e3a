namespace Indexer.GraphQL;

/// <summary>Tables of what was worked out.</summary>
internal static class Memo
{
    /// <summary>The value of a key, worked out when it is first asked for.</summary>
    public static TValue Remember<TKey, TValue>(
        this Dictionary<TKey, TValue> known,
        TKey key,
        Func<TKey, TValue> workOut
    )
        where TKey : notnull
    {
        if (!known.TryGetValue(key, out var value))
        {
            known[key] = value = workOut(key);
        }

        return value;
    }
}
