using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;
using Xunit;

namespace Indexer.TestKit;

/// <summary>
/// The npm packages of tests/oracles and of folders in it, installed on first use by <c>npm ci</c>. A machine without Node.js skips the
/// tests that ask for them; with CI set in the environment they fail instead, because there they must run.
/// </summary>
public static class NodePackages
{
    private static readonly ConcurrentDictionary<string, Lazy<string?>> Failures = new();

    /// <summary>The directory of package.json, whose node_modules is filled after <see cref="RequireInstalled"/>.</summary>
    public static string Directory { get; } =
        typeof(NodePackages)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "OraclesDirectory")
            .Value!;

    /// <summary>Installs the packages, or skips the calling test with the reason.</summary>
    /// <param name="folder">The folder of package.json in tests/oracles; empty for that itself.</param>
    public static void RequireInstalled(string folder = "")
    {
        var failure = Failures.GetOrAdd(folder, name => new(() => Install(Path.Combine(Directory, name))));
        if (failure.Value is not { } reason)
        {
            return;
        }

        if (Environment.GetEnvironmentVariable("CI") is not null)
        {
            Assert.Fail(reason);
        }

        Assert.Skip(reason);
    }

    /// <summary>Starts a script of tests/oracles with Node.js, its input and outputs redirected.</summary>
    /// <param name="script">File name inside the folder.</param>
    /// <param name="folder">The folder of package.json in tests/oracles; empty for that itself.</param>
    /// <param name="arguments">Its arguments.</param>
    public static Process Start(string script, string folder = "", params IReadOnlyList<string> arguments)
    {
        RequireInstalled(folder);
        return Process.Start(StartInfo(Path.Combine(Directory, folder), "node", [script, .. arguments]))!;
    }

    /// <summary>Runs a script of tests/oracles with Node.js and returns what it printed.</summary>
    /// <param name="script">File name inside the folder.</param>
    /// <param name="input">Text for its standard input.</param>
    /// <param name="cancellationToken">Ends the process.</param>
    /// <param name="folder">The folder of package.json in tests/oracles; empty for that itself.</param>
    /// <param name="arguments">Its arguments.</param>
    public static async Task<string> RunAsync(
        string script,
        string input,
        CancellationToken cancellationToken,
        string folder = "",
        params IReadOnlyList<string> arguments
    )
    {
        using var process = Start(script, folder, arguments);
        await using var _ = cancellationToken.Register(() => process.Kill(entireProcessTree: true));
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellationToken);
        Assert.True(process.ExitCode == 0, $"node {script} exited with {process.ExitCode}: {await errors}");
        return await output;
    }

    private static string? Install(string directory)
    {
        var lockFile = Path.Combine(directory, "package-lock.json");
        var marker = Path.Combine(directory, "node_modules", ".installed");
        using var mutex = new Mutex(initiallyOwned: false, @"Global\phala-indexer-test-oracles");
        mutex.WaitOne();
        try
        {
            var wanted = Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(lockFile)));
            if (File.Exists(marker) && File.ReadAllText(marker) == wanted)
            {
                return null;
            }

            using var process = Process.Start(StartInfo(directory, "npm", "ci", "--no-progress"))!;
            process.StandardInput.Close();
            process.OutputDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            var errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                return $"npm ci in {directory} failed: {errors}";
            }

            File.WriteAllText(marker, wanted);
            return null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "Node.js and npm are not on PATH; install Node.js 20 to compare with the reference implementations.";
        }
        finally
        {
            mutex.ReleaseMutex();
        }
    }

    private static ProcessStartInfo StartInfo(string directory, string program, params string[] arguments) =>
        new(program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
}
