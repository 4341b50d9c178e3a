namespace Indexer.JsonRpc;

/// <summary>A node answered a call with a JSON-RPC error object.</summary>
/// <param name="method">The method that was called.</param>
/// <param name="endpoint">The endpoint that answered, without credentials.</param>
/// <param name="code">The error code of the node.</param>
/// <param name="message">The error text of the node, without credentials.</param>
public sealed class RpcErrorException(string method, string endpoint, int code, string message)
    : SourceFailureException(
        NodeErrors.Sort(method, code, message),
        $"{endpoint} answered {method} with error {code}: {message}"
    )
{
    /// <summary>The method that was called.</summary>
    public string Method => method;

    /// <summary>The JSON-RPC error code.</summary>
    public int Code => code;

    /// <summary>The text of the error as the node wrote it.</summary>
    public string NodeMessage => message;

    /// <summary>Whether a contract refused the call rather than the node; nodes agree on the code 3 only where they give the reason with it.</summary>
    public bool IsContractFailure => NodeErrors.IsContractFailure(code, message);
}
