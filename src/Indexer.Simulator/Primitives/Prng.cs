namespace Indexer.Simulator;

/// <summary>SplitMix64: the same numbers on every machine and runtime version.</summary>
internal sealed class Prng(ulong seed)
{
    private ulong _state = seed;

    public static ulong Mix(ulong a, ulong b)
    {
        var generator = new Prng(a ^ (b * 0xD6E8FEB86659FD93UL));
        generator.Next();
        return generator.Next();
    }

    public static ulong Mix(ulong seed, string label)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in label)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }
        return Mix(seed, hash);
    }

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }

    public int Below(int bound) => (int)(Next() % (ulong)bound);

    public int Between(int low, int high) => low + Below(high - low + 1);

    public bool Chance(int percent) => Below(100) < percent;

    /// <summary>A part of an amount between <paramref name="low"/> and <paramref name="high"/> permille.</summary>
    public UInt128 Part(UInt128 amount, int low, int high) => amount / 1000 * (UInt128)Between(low, high);

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>One of several things, each as often as it weighs.</summary>
    public T Draw<T>(IReadOnlyList<(T Item, int Weight)> items)
    {
        var roll = Below(items.Sum(entry => entry.Weight));
        var at = 0;
        while (roll >= items[at].Weight)
        {
            roll -= items[at++].Weight;
        }
        return items[at].Item;
    }
}
