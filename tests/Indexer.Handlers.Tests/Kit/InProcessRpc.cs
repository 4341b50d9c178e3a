using System.Text.Json;
using System.Text.Json.Nodes;
using Indexer.JsonRpc;
using Indexer.Simulator;

namespace Indexer.Handlers.Tests.Kit;

/// <summary>The client of a simulated network's node in the same process.</summary>
internal class InProcessRpc(SimulatedNetwork network) : IRpcClient
{
    private readonly InProcessNode node = new(network);

    public Task<JsonElement> CallAsync(
        string method,
        IReadOnlyList<object?> parameters,
        CancellationToken cancellationToken = default
    ) => Task.FromResult(Answer(method, Values(parameters)).Require());

    public Task<IReadOnlyList<RpcResult>> BatchAsync(
        IReadOnlyList<RpcRequest> requests,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult<IReadOnlyList<RpcResult>>([
            .. requests.Select(request => Answer(request.Method, Values(request.Parameters))),
        ]);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected virtual RpcResult Answer(string method, JsonArray parameters) =>
        new(JsonSerializer.SerializeToElement(node.Call(method, parameters)), null);

    private static JsonArray Values(IReadOnlyList<object?> parameters) =>
        [.. parameters.Select(value => JsonSerializer.SerializeToNode(value))];
}
