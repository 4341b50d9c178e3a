using Indexer.JsonRpc;

namespace Indexer.Ingestion;

/// <summary>An endpoint serves another chain than the one that is configured; nothing was written.</summary>
/// <param name="message">Network, what was expected and what was found.</param>
public sealed class WrongChainException(string message) : SourceFailureException(FailureKind.Final, message);
