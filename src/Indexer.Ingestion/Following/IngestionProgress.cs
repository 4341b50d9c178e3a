using Indexer.Domain;

namespace Indexer.Ingestion;

/// <summary>What the ingestion of a network tells about itself.</summary>
/// <param name="Network">Name of the network.</param>
/// <param name="State">What it is doing.</param>
/// <param name="Cursor">How far it is committed; null when nothing is.</param>
/// <param name="Start">The first block of the network; of a space, the one at which this run began.</param>
/// <param name="Target">The block it is working towards; null before the first look at the head.</param>
/// <param name="Heads">The heads of the chain as last seen; null before the first look.</param>
/// <param name="Reason">Why it waits or stopped, in one line; null when all is well.</param>
public sealed record IngestionProgress(
    string Network,
    IngestionState State,
    Cursor? Cursor,
    long Start,
    long? Target,
    ChainHeads? Heads,
    string? Reason
);
