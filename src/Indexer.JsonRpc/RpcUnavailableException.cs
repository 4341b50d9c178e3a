namespace Indexer.JsonRpc;

/// <summary>No endpoint of a chain gave a usable answer: refused, timed out, closed the connection, or spoke no JSON-RPC.</summary>
public sealed class RpcUnavailableException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Names the endpoint, the method and what happened.</param>
    /// <param name="innerException">The last failure.</param>
    public RpcUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException) { }
}
