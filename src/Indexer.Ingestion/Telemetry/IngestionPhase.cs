namespace Indexer.Ingestion;

/// <summary>What the time of indexing a block is spent on.</summary>
public enum IngestionPhase
{
    /// <summary>Waiting for nodes: headers, events, logs, and what handlers need of the chain's state.</summary>
    Fetch,

    /// <summary>Bytes become named events.</summary>
    Decode,

    /// <summary>Events become ledger entries and state.</summary>
    Handle,

    /// <summary>Entries, state and cursor are written.</summary>
    Commit,

    /// <summary>What lies above a fork is removed.</summary>
    Revert,
}
