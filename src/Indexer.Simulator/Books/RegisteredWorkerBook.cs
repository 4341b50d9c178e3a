namespace Indexer.Simulator;

/// <summary>A worker in the registry.</summary>
/// <param name="PublicKey">The worker's 32-byte key as hex.</param>
/// <param name="ConfidenceLevel">Confidence in its hardware.</param>
/// <param name="InitialScore">Score of its first benchmark.</param>
public sealed record RegisteredWorkerBook(string PublicKey, byte ConfidenceLevel, uint InitialScore);
