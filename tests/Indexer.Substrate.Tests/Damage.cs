namespace Indexer.Substrate.Tests;

/// <summary>Damages bytes at random, repeatably.</summary>
internal static class Damage
{
    public static byte[] Of(byte[] data, int seed)
    {
        var random = new Random(seed);
        var damaged = data.ToArray();
        switch (seed % 4)
        {
            case 0:
                return damaged[..random.Next(damaged.Length)];
            case 1:
                var at = random.Next(damaged.Length);
                return [.. damaged[..at], .. damaged[Math.Min(at + random.Next(1, 9), damaged.Length)..]];
            default:
                for (var left = random.Next(1, 6); left > 0; left--)
                {
                    damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
                }

                return damaged;
        }
    }

    /// <summary>Whether the action throws the one exception that it may throw.</summary>
    public static bool IsRefused<TException>(Action action)
        where TException : Exception
    {
        try
        {
            action();
            return false;
        }
        catch (TException)
        {
            return true;
        }
    }
}
