using System.Text.Json;
using Indexer.TestKit;

namespace Indexer.Substrate.Tests;

/// <summary>
/// Real runtimes of metadata V14, which the npm package @polkadot/types-support brings, with random events of all their
/// kinds: tests/oracles/events.mjs, run once for each.
/// </summary>
public sealed class RealRuntimes : IDisposable
{
    private readonly SemaphoreSlim running = new(1, 1);
    private readonly Dictionary<string, JsonElement> runs = new(StringComparer.Ordinal);

    public static TheoryData<string> Chains => ["kusama", "polkadot", "substrate"];

    public static byte[] Bytes(JsonElement hex) => Convert.FromHexString(hex.GetString()!.AsSpan(2));

    public async Task<JsonElement> GetAsync(string chain)
    {
        await running.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return runs.TryGetValue(chain, out var run) ? run : runs[chain] = await RunAsync(chain);
        }
        finally
        {
            running.Release();
        }
    }

    public void Dispose() => running.Dispose();

    private static async Task<JsonElement> RunAsync(string chain)
    {
        var input = JsonSerializer.Serialize(
            new
            {
                chain,
                perKind = 4,
                seed = "events",
            }
        );
        var output = await NodePackages.RunAsync("events.mjs", input, TestContext.Current.CancellationToken);
        using var document = JsonDocument.Parse(output);
        return document.RootElement.Clone();
    }
}
