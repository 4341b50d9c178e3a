using Microsoft.Extensions.Logging.Abstractions;

namespace Indexer.JsonRpc.Tests;

internal static class Clients
{
    public static RpcClient Of(params Uri[] endpoints) => With(options => options, endpoints);

    public static RpcClient With(Func<RpcClientOptions, RpcClientOptions> change, params Uri[] endpoints) =>
        RpcClient.Create(
            change(
                new RpcClientOptions
                {
                    Endpoints = [.. endpoints],
                    CallTimeout = TestTime.CallTimeout,
                    MaxAttempts = 4,
                    TimeProvider = new TestTime(),
                }
            ),
            NullLoggerFactory.Instance
        );

    public static IReadOnlyList<RpcRequest> Echoes(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new RpcRequest("echo", i))];

    /// <summary>An endpoint where nothing listens.</summary>
    public static Uri Nobody(string path = "")
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://{listener.LocalEndpoint}{path}");
    }
}
