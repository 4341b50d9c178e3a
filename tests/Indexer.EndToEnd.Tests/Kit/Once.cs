namespace Indexer.EndToEnd.Tests.Kit;

/// <summary>Things made when first asked for, once for all who ask.</summary>
/// <param name="make">Makes one by its key.</param>
internal sealed class Once<TKey, T>(Func<TKey, Task<T>> make)
    where TKey : notnull
{
    private readonly Lock gate = new();
    private readonly Dictionary<TKey, Task<T>> made = [];

    public Task<T> OfAsync(TKey key)
    {
        lock (gate)
        {
            return made.TryGetValue(key, out var known) ? known : made[key] = make(key);
        }
    }
}
