namespace Indexer.Domain;

/// <summary>What the registry of a parachain knows of a worker, whether it is in a pool or not (PhalaRegistry).</summary>
public sealed record WorkerRegistration : StateRow
{
    /// <summary>The worker's sr25519 public key.</summary>
    public required AccountId PublicKey { get; init; }

    /// <summary>
    /// Confidence in its hardware by remote attestation, from 1, the best, to 5; 128 without attestation. Null where the runtime did not state it
    /// (before spec 1182).
    /// </summary>
    public int? ConfidenceLevel { get; init; }

    /// <summary>Score of its first benchmark; null until that is done.</summary>
    public long? InitialScore { get; init; }
}
