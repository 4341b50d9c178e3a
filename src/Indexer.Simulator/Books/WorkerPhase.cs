namespace Indexer.Simulator;

/// <summary>The states of a worker's session.</summary>
public enum WorkerPhase
{
    /// <summary>Bound to the pool, no stake.</summary>
    Ready,

    /// <summary>Computing.</summary>
    Idle,

    /// <summary>Computing, but did not answer.</summary>
    Unresponsive,

    /// <summary>Stopped; its stake is releasing until it is reclaimed.</summary>
    CoolingDown,
}
