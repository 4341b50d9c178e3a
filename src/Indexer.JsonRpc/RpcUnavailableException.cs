namespace Indexer.JsonRpc;

/// <summary>No endpoint of a chain gave a usable answer: refused, timed out, closed the connection, or spoke no JSON-RPC.</summary>
/// <param name="message">Names the endpoint, the method and what happened.</param>
/// <param name="innerException">The last failure.</param>
public sealed class RpcUnavailableException(string message, Exception? innerException = null)
    : SourceFailureException(FailureKind.Waiting, message, innerException);
