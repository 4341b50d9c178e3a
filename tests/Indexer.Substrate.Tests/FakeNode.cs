using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Indexer.JsonRpc;
using Indexer.Substrate.Keys;

namespace Indexer.Substrate.Tests;

/// <summary>
/// A node in memory: a chain whose runtimes come at given blocks. The state after block U - 1 already has the runtime
/// that executes block U.
/// </summary>
internal sealed class FakeNode(long head, params (long From, int Spec, TestRuntime Runtime)[] runtimes) : IRpcClient
{
    private static readonly string EventsKey = "0x" + Convert.ToHexStringLower(StorageKey.Value("System", "Events"));

    /// <summary>How often each method was called.</summary>
    public ConcurrentDictionary<string, int> Calls { get; } = new();

    /// <summary>How many batches were sent.</summary>
    public int Batches { get; private set; }

    /// <summary>Replaces an answer: given method, height and the true answer.</summary>
    public Func<string, long, object?, object?> Lie { get; set; } = (_, _, truth) => truth;

    public static string Hash(long height) =>
        "0x" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"block {height}")));

    public static byte[] HashBytes(long height) => Convert.FromHexString(Hash(height).AsSpan(2));

    public Task<JsonElement> CallAsync(
        string method,
        IReadOnlyList<object?> parameters,
        CancellationToken cancellationToken = default
    ) => Task.FromResult(Answer(method, parameters));

    public async Task<IReadOnlyList<RpcResult>> BatchAsync(
        IReadOnlyList<RpcRequest> requests,
        CancellationToken cancellationToken = default
    )
    {
        await Task.Yield();
        Batches++;
        return [.. requests.Select(request => new RpcResult(Answer(request.Method, request.Parameters), null))];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private JsonElement Answer(string method, IReadOnlyList<object?> parameters)
    {
        Calls.AddOrUpdate(method, 1, (_, count) => count + 1);
        var height = method switch
        {
            "chain_getBlockHash" => parameters.Count == 0 ? head : (long)parameters[0]!,
            "chain_getFinalizedHead" => head - 2,
            _ => Height((string)parameters[^1]!),
        };
        object? truth = method switch
        {
            "chain_getBlockHash" or "chain_getFinalizedHead" => height <= head ? Hash(height) : null,
            "chain_getHeader" => Header(height),
            "chain_getBlock" => new { block = new { header = Header(height), extrinsics = Extrinsics(height) } },
            "state_getStorage" => Events(height, (string)parameters[0]!),
            "state_getRuntimeVersion" => new { specName = "fake", specVersion = Executing(height + 1).Spec },
            "state_getMetadata" => Hex(Executing(height + 1).Runtime.Bytes),
            _ => throw new InvalidOperationException($"The fake node has no method {method}."),
        };
        return JsonSerializer.SerializeToElement(Lie(method, height, truth));
    }

    private long Height(string hash)
    {
        for (var height = 0L; height <= head; height++)
        {
            if (Hash(height) == hash)
            {
                return height;
            }
        }

        throw new InvalidOperationException($"The fake node has no block {hash}.");
    }

    private (long From, int Spec, TestRuntime Runtime) Executing(long height) =>
        runtimes.Last(runtime => runtime.From <= Math.Min(height, head + 1));

    private static object Header(long height) =>
        new { number = $"0x{height:x}", parentHash = height == 0 ? "0x" + new string('0', 64) : Hash(height - 1) };

    private static string[] Extrinsics(long height) =>
        height == 0
            ? []
            :
            [
                Hex(new ScaleWriter().Bytes([0x84, 1, 2, 3, 4, 5]).ToArray()),
                Hex(TestRuntime.TimestampExtrinsic(1_600_000_000_000 + ((ulong)height * 12_000))),
            ];

    private string? Events(long height, string key)
    {
        Assert.Equal(EventsKey, key);
        var pid = new ScaleWriter().U64((ulong)height).ToArray();
        return height == 0 ? null : Hex(TestRuntime.Events(Executing(height).Runtime.Event("Created", pid)));
    }

    private static string Hex(byte[] bytes) => "0x" + Convert.ToHexStringLower(bytes);
}
