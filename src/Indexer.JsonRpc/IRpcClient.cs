using System.Text.Json;

namespace Indexer.JsonRpc;

/// <summary>
/// A JSON-RPC 2.0 client over one or more endpoints of one chain. Calls are tried again and go to another endpoint by
/// themselves; <see cref="SourceFailureException.Kind"/> of what reaches the caller says what helps.
/// </summary>
public interface IRpcClient : IAsyncDisposable
{
    /// <summary>Name of the one endpoint that answers; empty where several may.</summary>
    string Endpoint => "";

    /// <summary>What is known of the endpoints.</summary>
    IReadOnlyList<EndpointStatus> Endpoints => [];

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

    /// <summary>
    /// Puts a question that takes several calls: all of them go to one endpoint. When it fails there, the whole question is put to
    /// the next endpoint that may have the answer, each at most once.
    /// </summary>
    /// <param name="need">What part of the chain it needs.</param>
    /// <param name="question">Asks through the client that it is given; a <see cref="SourceFailureException"/> says that the answers cannot be used.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<T> AskAsync<T>(
        RpcNeed need,
        Func<IRpcClient, CancellationToken, Task<T>> question,
        CancellationToken cancellationToken = default
    ) => question(this, cancellationToken);

    /// <summary>Puts a question to every endpoint at once; those that do not answer soon after the first are left out.</summary>
    /// <param name="question">Asks through the client that it is given.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>At least one answer, in the order of the endpoints.</returns>
    async Task<IReadOnlyList<EndpointAnswer<T>>> AskEachAsync<T>(
        Func<IRpcClient, CancellationToken, Task<T>> question,
        CancellationToken cancellationToken = default
    ) => [new EndpointAnswer<T>(0, Endpoint, await AskAsync(default, question, cancellationToken))];

    /// <summary>Takes what was seen of an endpoint: it is asked for what it has, and not at all while it has trouble.</summary>
    /// <param name="index">Its place among the endpoints.</param>
    /// <param name="view">What was seen.</param>
    void See(int index, EndpointView view) { }
}
