namespace Indexer.Simulator.Snapshot;

/// <summary>
/// A Snapshot space: proposals of every voting type, votes that are replaced and withdrawn, edits, flags, a deletion,
/// hidden votes, and scores that become final. What is served is what the hub has at its clock's time.
/// </summary>
public sealed class SimulatedSpace
{
    private readonly SpaceStory _story;
    private volatile SpaceBooks? _last;
    private int _requests;

    internal SimulatedSpace(ulong seed, IReadOnlyList<EvmAddress> voters, int crowd, int blocks, Func<long> clock)
    {
        _story = new SpaceStory(seed, voters, crowd, blocks);
        Clock = clock;
    }

    /// <summary>The id of the space: that of the real one.</summary>
    public static string Id => "phala-network.eth";

    /// <summary>The name of its network.</summary>
    public static string Name => "snapshot";

    /// <summary>The hub's clock, in seconds since 1970. By default the time of Ethereum's head.</summary>
    public Func<long> Clock { get; set; }

    /// <summary>What the hub does wrong.</summary>
    public HubFaults Faults { get; } = new();

    /// <summary>Requests so far.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>When something happens that is not the mere passing of time, in seconds since 1970 and in order.</summary>
    public IReadOnlyList<long> Times => _story.Times;

    /// <summary>Those of the times at which something happens to a proposal or to all its votes.</summary>
    public IReadOnlyList<long> Turns => _story.Turns;

    /// <summary>What the hub has now.</summary>
    public SpaceBooks Books => BooksAt(Clock());

    /// <summary>What the hub has at a time.</summary>
    /// <param name="time">Seconds since 1970.</param>
    public SpaceBooks BooksAt(long time)
    {
        if (_last is { } last && last.Time == time)
        {
            return last;
        }
        return _last = _story.At(time);
    }

    internal int CountRequest() => Interlocked.Increment(ref _requests);
}
