using System.Text.Json;
using System.Text.Json.Nodes;
using Indexer.JsonRpc;
using Indexer.Simulator;

namespace Indexer.Ingestion.Tests.Kit;

/// <summary>The client of a simulated network's node in the same process.</summary>
internal sealed class InProcessRpc(SimulatedNetwork network) : IRpcClient
{
    private readonly InProcessNode node = new(network);

    public Task<JsonElement> CallAsync(
        string method,
        IReadOnlyList<object?> parameters,
        CancellationToken cancellationToken = default
    ) => Task.FromResult(Call(method, parameters));

    public Task<IReadOnlyList<RpcResult>> BatchAsync(
        IReadOnlyList<RpcRequest> requests,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult<IReadOnlyList<RpcResult>>([
            .. requests.Select(request => new RpcResult(Call(request.Method, request.Parameters), null)),
        ]);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private JsonElement Call(string method, IReadOnlyList<object?> parameters)
    {
        var values = parameters.Select(value => JsonSerializer.SerializeToNode(value));
        return JsonSerializer.SerializeToElement(node.Call(method, new JsonArray([.. values])));
    }
}
