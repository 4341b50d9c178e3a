namespace Indexer.Domain;

/// <summary>What the ingestion of a network is doing.</summary>
public enum IngestionState
{
    /// <summary>Connecting and checking that the chain is the configured one.</summary>
    Starting,

    /// <summary>Indexing finalized history.</summary>
    Backfill,

    /// <summary>At the head, waiting for blocks.</summary>
    Live,

    /// <summary>Waiting for something that may pass, such as a node that does not answer; the reason says what.</summary>
    Waiting,

    /// <summary>The chain has ended and all of it is indexed.</summary>
    Finished,

    /// <summary>Stopped by an error that needs a person; the reason says which.</summary>
    Stopped,
}
