using System.Diagnostics;

namespace Indexer.Storage.Embedded;

/// <summary>Runs a program to its end.</summary>
internal static class Command
{
    /// <summary>Starts it, gives it no input, and returns what it printed and how it ended.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program.</exception>
    public static async Task<CommandResult> RunAsync(
        string program,
        IEnumerable<string> arguments,
        string workingDirectory,
        CancellationToken cancellationToken
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = workingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The caller's psql settings must not leak into the cluster, and messages are matched in English.
        foreach (
            var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList()
        )
        {
            start.Environment.Remove(name);
        }

        start.Environment["LC_ALL"] = "C";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        // Only this process is killed: pg_ctl has the postmaster as a child while it waits for it.
        await using var _ = cancellationToken.Register(process.Kill);
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        return new CommandResult(process.ExitCode, (await output).Trim(), (await error).Trim());
    }
}
