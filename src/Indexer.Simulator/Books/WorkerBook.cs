namespace Indexer.Simulator;

/// <summary>A worker bound to a stake pool.</summary>
/// <param name="PublicKey">The worker's 32-byte key as hex.</param>
/// <param name="Session">The session account that computes for the pool.</param>
/// <param name="Phase">What the worker is doing.</param>
/// <param name="Stake">The stake locked for it in 10^-12 PHA; zero when ready.</param>
public sealed record WorkerBook(string PublicKey, AccountId Session, WorkerPhase Phase, UInt128 Stake);
