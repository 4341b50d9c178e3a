using System.Diagnostics;
using System.Text.Json;
using Indexer.TestKit;

namespace Indexer.GraphQL.Http.Tests;

/// <summary>A client of the npm packages graphql-ws or graphql-sse in a process of its own.</summary>
internal sealed class LiveClient : IAsyncDisposable
{
    private readonly Process process;

    private LiveClient(Process process) => this.process = process;

    /// <summary>Starts a client that knows operations by their ids.</summary>
    public static async Task<LiveClient> StartAsync(Uri url, string transport, params object[] operations)
    {
        var client = new LiveClient(NodePackages.Start("graphql-live.mjs"));
        await client.SendAsync(
            JsonSerializer.Serialize(
                new
                {
                    url,
                    transport,
                    operations,
                }
            )
        );
        return client;
    }

    /// <summary>Starts an operation.</summary>
    public Task GoAsync(string id) => SendAsync($"go {id}");

    /// <summary>Unsubscribes.</summary>
    public Task StopAsync(string id) => SendAsync($"stop {id}");

    /// <summary>What the client tells next.</summary>
    public async Task<JsonElement> HearAsync()
    {
        var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        return line is null
            ? throw new InvalidOperationException($"The client ended: {await process.StandardError.ReadToEndAsync()}")
            : JsonElement.Parse(line);
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task SendAsync(string line)
    {
        await process.StandardInput.WriteLineAsync(line);
        await process.StandardInput.FlushAsync();
    }
}
