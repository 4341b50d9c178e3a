using System.Diagnostics;
using System.Threading.Channels;

namespace Indexer.EndToEnd.Tests.CommandLine;

/// <summary>The built program as a process of its own, with a data directory of its own.</summary>
internal sealed class IndexerProcess : IAsyncDisposable
{
    /// <summary>Until a program hangs for certain: a whole demo beside other tests takes two minutes on a slow machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly Process process;
    private readonly CancellationTokenSource end = new(Patience);
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();
    private readonly Task reading;
    private readonly List<string> errors = [];
    private readonly List<string> output = [];

    private IndexerProcess(Process process)
    {
        this.process = process;
        reading = Task.WhenAll(ReadAsync(process.StandardOutput, output), ReadAsync(process.StandardError, errors));
    }

    /// <summary>What it wrote to standard output; complete after its end.</summary>
    public string Output => string.Concat(output.Select(line => line + "\n"));

    /// <summary>The lines it wrote to standard error; complete after its end.</summary>
    public IReadOnlyList<string> Errors => errors;

    public static IndexerProcess Start(string dataDirectory, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        string[] all = ["exec", Path.Combine(AppContext.BaseDirectory, "indexer.dll"), .. arguments];
        foreach (var argument in all)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["INDEXER__DATABASE__DATADIRECTORY"] = dataDirectory;
        start.Environment["DOTNET_TieredPGO"] = "0";
        return new IndexerProcess(Process.Start(start)!);
    }

    /// <summary>Waits for a line of either stream.</summary>
    /// <exception cref="ChannelClosedException">The program ended before.</exception>
    public async Task<string> LineAsync(Predicate<string> isIt)
    {
        while (true)
        {
            var line = await lines.Reader.ReadAsync(end.Token);
            if (isIt(line))
            {
                return line;
            }
        }
    }

    /// <summary>Waits for something that happens while the program lives.</summary>
    /// <exception cref="InvalidOperationException">The program ended before.</exception>
    /// <exception cref="OperationCanceledException">Patience ended before.</exception>
    public async Task LivesUntilAsync(Task happens)
    {
        var exit = process.WaitForExitAsync(end.Token);
        if (await Task.WhenAny(happens, exit) == exit)
        {
            await exit;
            await reading;
            throw new InvalidOperationException(
                $"The program ended with code {process.ExitCode}: {Output}{string.Join('\n', errors)}"
            );
        }

        await happens;
    }

    /// <summary>Waits for the end of the program.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> ExitCodeAsync()
    {
        await process.WaitForExitAsync(end.Token);
        await reading;
        return process.ExitCode;
    }

    /// <summary>Ends it as a crash would.</summary>
    public void Kill() => process.Kill();

    /// <summary>Asks it to end.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString()]);
        await kill.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            // Also when patience has ended: a program that lives on would hide that by holding its data directory.
            await TerminateAsync();
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process.Dispose();
        end.Dispose();
    }

    private async Task ReadAsync(StreamReader reader, List<string> kept)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            kept.Add(line);
            lines.Writer.TryWrite(line);
        }
    }
}
