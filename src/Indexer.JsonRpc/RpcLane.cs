using System.Text.Json;

namespace Indexer.JsonRpc;

/// <summary>The client as one question sees it: all of its calls go to one endpoint.</summary>
internal sealed class RpcLane(RpcClient client, RpcEndpoint endpoint, RpcScope scope) : IRpcClient
{
    /// <inheritdoc />
    public string Endpoint => endpoint.Name;

    /// <summary>The place of the endpoint among others.</summary>
    public int IndexIn(EndpointPool pool) => pool.All.Index().First(entry => entry.Item == endpoint).Index;

    /// <inheritdoc />
    public async Task<JsonElement> CallAsync(
        string method,
        IReadOnlyList<object?> parameters,
        CancellationToken cancellationToken = default
    ) => (await BatchAsync([new RpcRequest(method, parameters)], cancellationToken))[0].Require();

    /// <inheritdoc />
    public Task<IReadOnlyList<RpcResult>> BatchAsync(
        IReadOnlyList<RpcRequest> requests,
        CancellationToken cancellationToken = default
    ) => client.BatchAtAsync(endpoint, scope, requests, cancellationToken);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
