using System.Text.Json;
using Indexer.JsonRpc;

namespace Indexer.Evm.Tests;

/// <summary>Two chains as two endpoints of one client; questions go to the preferred one.</summary>
internal sealed class TwoEndpoints(FakeChain first, FakeChain second) : IRpcClient
{
    private readonly Named[] nodes = [new("first", first), new("second", second)];

    public int Preferred { get; set; }

    public IReadOnlyList<EndpointStatus> Endpoints =>
        [.. nodes.Select(node => new EndpointStatus(node.Endpoint, Head: null, Trouble: null))];

    public Task<JsonElement> CallAsync(
        string method,
        IReadOnlyList<object?> parameters,
        CancellationToken cancellationToken = default
    ) => nodes[Preferred].CallAsync(method, parameters, cancellationToken);

    public Task<IReadOnlyList<RpcResult>> BatchAsync(
        IReadOnlyList<RpcRequest> requests,
        CancellationToken cancellationToken = default
    ) => nodes[Preferred].BatchAsync(requests, cancellationToken);

    public Task<T> AskAsync<T>(
        RpcNeed need,
        Func<IRpcClient, CancellationToken, Task<T>> question,
        CancellationToken cancellationToken = default
    ) => question(nodes[Preferred], cancellationToken);

    public async Task<IReadOnlyList<EndpointAnswer<T>>> AskEachAsync<T>(
        Func<IRpcClient, CancellationToken, Task<T>> question,
        CancellationToken cancellationToken = default
    ) =>
        [
            new EndpointAnswer<T>(0, "first", await question(nodes[0], cancellationToken)),
            new EndpointAnswer<T>(1, "second", await question(nodes[1], cancellationToken)),
        ];

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class Named(string name, FakeChain chain) : IRpcClient
    {
        public string Endpoint => name;

        public Task<JsonElement> CallAsync(
            string method,
            IReadOnlyList<object?> parameters,
            CancellationToken cancellationToken = default
        ) => chain.CallAsync(method, parameters, cancellationToken);

        public Task<IReadOnlyList<RpcResult>> BatchAsync(
            IReadOnlyList<RpcRequest> requests,
            CancellationToken cancellationToken = default
        ) => chain.BatchAsync(requests, cancellationToken);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
