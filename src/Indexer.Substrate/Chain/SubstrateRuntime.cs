using Indexer.Substrate.Events;
using Indexer.Substrate.Metadata;

namespace Indexer.Substrate.Chain;

/// <summary>One version of a chain's runtime, ready to decode the blocks that it executed.</summary>
/// <param name="SpecVersion">The version.</param>
/// <param name="Metadata">What it says of itself.</param>
/// <param name="Decoder">Decodes the events.</param>
/// <param name="Timestamp">Finds the time of a block.</param>
public sealed record SubstrateRuntime(
    int SpecVersion,
    RuntimeMetadata Metadata,
    EventDecoder Decoder,
    TimestampCall Timestamp
);
