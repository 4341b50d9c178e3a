using System.Text.Json;

namespace Indexer.JsonRpc;

/// <summary>The answer to one call of a batch: a value or the node's error.</summary>
/// <param name="Value">The <c>result</c> member; undefined when <paramref name="Error"/> is set.</param>
/// <param name="Error">The node's error, or null when the call succeeded.</param>
public readonly record struct RpcResult(JsonElement Value, RpcErrorException? Error)
{
    /// <summary>The endpoint that answered, without credentials.</summary>
    public string Endpoint { get; init; } = "the node";

    /// <summary>The value, or the node's error thrown.</summary>
    /// <exception cref="RpcErrorException">The node answered this call with an error.</exception>
    public JsonElement Require() => Error is null ? Value : throw Error;
}
