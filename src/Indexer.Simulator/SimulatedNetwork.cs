namespace Indexer.Simulator;

/// <summary>
/// One network of a world: a finished chain of which only the blocks up to <see cref="Head"/> are served.
/// Members may be used from any thread.
/// </summary>
public abstract class SimulatedNetwork
{
    private readonly Lock _gate = new();
    private long _head;
    private int _reorganisations;

    private protected SimulatedNetwork(ulong seed, string name, long lastBlock)
    {
        Seed = seed;
        Name = name;
        LastBlock = lastBlock;
        _head = lastBlock;
    }

    /// <summary>Raised after the head moved or a reorganisation.</summary>
    public event EventHandler<HeadChangedEventArgs>? HeadChanged;

    /// <summary>The network's name: khala, phala, ethereum or phala-l2.</summary>
    public string Name { get; }

    /// <summary>The block at which the chain ends.</summary>
    public long LastBlock { get; private protected set; }

    /// <summary>How far the finalized block lies behind the head; zero by default on parachains, 32 on Ethereum, 40 on Phala's L2.</summary>
    public long FinalizedLag { get; set; }

    /// <summary>The finalized block.</summary>
    public long Finalized => Math.Max(0, Head - FinalizedLag);

    /// <summary>What the endpoint does wrong.</summary>
    public Faults Faults { get; } = new();

    /// <summary>The highest served block. Starts at <see cref="LastBlock"/>; setting it lower hides blocks.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0 or above <see cref="LastBlock"/>.</exception>
    public long Head
    {
        get => Interlocked.Read(ref _head);
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LastBlock);
            var old = Interlocked.Exchange(ref _head, value);
            if (value != old)
            {
                HeadChanged?.Invoke(this, new(Math.Min(old + 1, value), value));
            }
        }
    }

    private protected ulong Seed { get; }

    /// <summary>The <c>0x</c> hash of a canonical block.</summary>
    /// <param name="height">From 0 to <see cref="LastBlock"/>.</param>
    public abstract string HashAt(long height);

    /// <summary>The time of a canonical block in unix milliseconds.</summary>
    /// <param name="height">From 0 to <see cref="LastBlock"/>.</param>
    public abstract ulong TimeAt(long height);

    /// <summary>
    /// Replaces the last <paramref name="depth"/> blocks below the head, and all hidden ones above, by another valid story: some
    /// actions are dropped, some happen in another block. The books follow. Replaced blocks stay readable by their hash.
    /// </summary>
    /// <param name="depth">At least 1 and not below the finalized block.</param>
    /// <exception cref="ArgumentOutOfRangeException">The reorganisation would replace a finalized block.</exception>
    public void Reorg(int depth)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(depth, Head - Finalized);
        var fork = Head - depth;
        lock (_gate)
        {
            Replace(new(fork, Prng.Mix(Seed, (ulong)++_reorganisations)));
        }
        HeadChanged?.Invoke(this, new(fork + 1, Head));
    }

    /// <summary>Moves the head up to <paramref name="blocks"/> blocks on, not beyond the last one.</summary>
    /// <param name="blocks">How many.</param>
    public void Advance(int blocks) => Head = Math.Min(LastBlock, Head + blocks);

    private protected abstract void Replace(Fork fork);
}
