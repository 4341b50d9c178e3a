namespace Indexer.JsonRpc;

/// <summary>A node answered a call with a JSON-RPC error object.</summary>
public sealed class RpcErrorException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="method">The method that was called.</param>
    /// <param name="endpoint">The endpoint that answered, without credentials.</param>
    /// <param name="code">The error code of the node.</param>
    /// <param name="message">The error text of the node.</param>
    public RpcErrorException(string method, string endpoint, int code, string message)
        : base($"{endpoint} answered {method} with error {code}: {message}")
    {
        Method = method;
        Endpoint = endpoint;
        Code = code;
        NodeMessage = message;
    }

    /// <summary>The method that was called.</summary>
    public string Method { get; }

    /// <summary>The endpoint that answered, without credentials.</summary>
    public string Endpoint { get; }

    /// <summary>The JSON-RPC error code.</summary>
    public int Code { get; }

    /// <summary>The text of the error as the node wrote it.</summary>
    public string NodeMessage { get; }
}
