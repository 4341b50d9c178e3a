namespace Indexer.Simulator;

/// <summary>A worker bound to a stake pool.</summary>
/// <param name="PublicKey">The worker's 32-byte key as hex.</param>
/// <param name="Session">The session account that computes for the pool.</param>
/// <param name="Phase">What the worker is doing.</param>
/// <param name="Stake">The stake locked for it in 10^-12 PHA; zero when ready.</param>
/// <param name="InitialV">V of its last start, U64F64 bits; null before.</param>
/// <param name="V">V, U64F64 bits.</param>
/// <param name="InitialP">P of its last start; null before.</param>
/// <param name="InstantP">P of its last heartbeat.</param>
/// <param name="TotalReward">Paid to the session since it was bound, in 10^-12 PHA.</param>
/// <param name="StoppedAt">Unix second of its stop; null when it does not cool down.</param>
public sealed record WorkerBook(
    string PublicKey,
    AccountId Session,
    WorkerPhase Phase,
    UInt128 Stake,
    UInt128? InitialV,
    UInt128 V,
    uint? InitialP,
    uint InstantP,
    UInt128 TotalReward,
    ulong? StoppedAt
);
