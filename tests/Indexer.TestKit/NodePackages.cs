using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;
using Xunit;

namespace Indexer.TestKit;

/// <summary>
/// The npm packages of tests/oracles, installed on first use by <c>npm ci</c>. A machine without Node.js skips the
/// tests that ask for them; with CI set in the environment they fail instead, because there they must run.
/// </summary>
public static class NodePackages
{
    private static readonly Lazy<string?> Failure = new(Install);

    /// <summary>The directory of package.json, whose node_modules is filled after <see cref="RequireInstalled"/>.</summary>
    public static string Directory { get; } =
        typeof(NodePackages)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "OraclesDirectory")
            .Value!;

    /// <summary>Installs the packages, or skips the calling test with the reason.</summary>
    public static void RequireInstalled()
    {
        if (Failure.Value is not { } reason)
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
    /// <param name="script">File name inside tests/oracles.</param>
    public static Process Start(string script)
    {
        RequireInstalled();
        return Process.Start(StartInfo("node", script))!;
    }

    /// <summary>Runs a script of tests/oracles with Node.js and returns what it printed.</summary>
    /// <param name="script">File name inside tests/oracles.</param>
    /// <param name="input">Text for its standard input.</param>
    /// <param name="cancellationToken">Ends the process.</param>
    public static async Task<string> RunAsync(string script, string input, CancellationToken cancellationToken)
    {
        using var process = Start(script);
        await using var _ = cancellationToken.Register(() => process.Kill(entireProcessTree: true));
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellationToken);
        Assert.True(process.ExitCode == 0, $"node {script} exited with {process.ExitCode}: {await errors}");
        return await output;
    }

    private static string? Install()
    {
        var lockFile = Path.Combine(Directory, "package-lock.json");
        var marker = Path.Combine(Directory, "node_modules", ".installed");
        using var mutex = new Mutex(initiallyOwned: false, @"Global\phala-indexer-test-oracles");
        mutex.WaitOne();
        try
        {
            var wanted = Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(lockFile)));
            if (File.Exists(marker) && File.ReadAllText(marker) == wanted)
            {
                return null;
            }

            using var process = Process.Start(StartInfo("npm", "ci", "--no-progress"))!;
            process.StandardInput.Close();
            process.OutputDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            var errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                return $"npm ci in tests/oracles failed: {errors}";
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

    private static ProcessStartInfo StartInfo(string program, params string[] arguments) =>
        new(program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = Directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
}
