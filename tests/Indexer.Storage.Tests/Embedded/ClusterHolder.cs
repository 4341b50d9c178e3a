using System.Diagnostics;
using Indexer.Storage.Embedded;

namespace Indexer.Storage.Tests.Embedded;

/// <summary>Another program that runs an embedded database until its standard input ends, or until it is killed.</summary>
internal sealed class ClusterHolder : IDisposable
{
    public const string Verb = "hold-cluster";
    private readonly Process _process;

    private ClusterHolder(Process process) => _process = process;

    public int ProcessId => _process.Id;

    /// <summary>What the other program does.</summary>
    public static async Task<int> RunAsync(string dataDirectory)
    {
        var options = TemporaryDirectory.OptionsFor(dataDirectory);
        await using var postgres = await EmbeddedPostgres.StartAsync(options, progress: null, CancellationToken.None);
        Console.WriteLine(postgres.Endpoint.ProcessId);
        await Console.In.ReadToEndAsync();
        return 0;
    }

    /// <summary>Starts the other program and waits until its database runs.</summary>
    public static async Task<ClusterHolder> StartAsync(string dataDirectory)
    {
        var name = typeof(ClusterHolder).Assembly.GetName().Name + (OperatingSystem.IsWindows() ? ".exe" : "");
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, name), [Verb, dataDirectory])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        Assert.NotNull(await process.StandardOutput.ReadLineAsync());
        return new ClusterHolder(process);
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Lets it end by itself and returns its exit code.</summary>
    public async Task<int> EndAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
