using Microsoft.Extensions.Hosting;

namespace Indexer.Simulator.Rpc;

/// <summary>Leaves the process's signals to the program that runs the server.</summary>
internal sealed class QuietLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
