using System.Text.Json;

namespace Indexer.JsonRpc;

/// <summary>
/// A JSON-RPC 2.0 client over one or more endpoints of one chain. Calls retry and fail over between endpoints by
/// themselves; what reaches the caller as an exception is final.
/// </summary>
public interface IRpcClient : IAsyncDisposable
{
    /// <summary>Calls one method.</summary>
    /// <param name="method">Name of the method, for example <c>eth_getLogs</c>.</param>
    /// <param name="parameters">Positional parameters; each is written as JSON by its runtime type.</param>
    /// <param name="cancellationToken">Stops waiting and withdraws the request.</param>
    /// <returns>The <c>result</c> member; of kind <see cref="JsonValueKind.Null"/> when the node answered null.</returns>
    /// <exception cref="RpcErrorException">The node answered with an error that a retry would not change.</exception>
    /// <exception cref="RpcUnavailableException">No endpoint answered within the configured attempts.</exception>
    Task<JsonElement> CallAsync(
        string method,
        IReadOnlyList<object?> parameters,
        CancellationToken cancellationToken = default
    );

    /// <summary>Calls many methods, in as few round trips as the endpoint allows, all on the same endpoint.</summary>
    /// <param name="requests">The calls; may be more than an endpoint takes in one batch, the client splits them.</param>
    /// <param name="cancellationToken">Stops waiting and withdraws the requests.</param>
    /// <returns>One result for each request, in the order of the requests.</returns>
    /// <exception cref="RpcUnavailableException">No endpoint answered within the configured attempts.</exception>
    Task<IReadOnlyList<RpcResult>> BatchAsync(
        IReadOnlyList<RpcRequest> requests,
        CancellationToken cancellationToken = default
    );
}
