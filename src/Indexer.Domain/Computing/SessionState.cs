namespace Indexer.Domain;

/// <summary>What the computing session of a worker is doing. Source: phala-blockchain computation.rs, WorkerState.</summary>
public enum SessionState
{
    /// <summary>Bound to the pool, without stake; never started, or reclaimed.</summary>
    Ready,

    /// <summary>Computing.</summary>
    Idle,

    /// <summary>Computing, but its last heartbeats stayed out; it earns nothing and loses V.</summary>
    Unresponsive,

    /// <summary>Stopped; its stake can be reclaimed when the cool-down period is over.</summary>
    CoolingDown,
}
