using System.Diagnostics;
using System.Globalization;

namespace Indexer.Storage.Embedded;

/// <summary>The server's <c>postmaster.pid</c>: who serves a cluster and where it listens. It outlives a crash.</summary>
internal sealed record PostmasterFile(int ProcessId, int Port, string SocketDirectory, string ListenAddress, bool Ready)
{
    public const string Name = "postmaster.pid";

    public PostgresEndpoint Endpoint =>
        new(ProcessId, SocketDirectory.Length > 0 ? SocketDirectory : ListenAddress, Port);

    /// <summary>The file of a cluster whose server lives; null when there is none or it is left over from a crash.</summary>
    public static PostmasterFile? ReadLive(string cluster) =>
        Read(cluster) is { } file && file.IsServing(cluster) ? file : null;

    /// <summary>The file as it is; null when there is none or the server is still writing it.</summary>
    public static PostmasterFile? Read(string cluster)
    {
        var path = Path.Combine(cluster, Name);
        if (!File.Exists(path) || ReadShared(path) is not { } text)
        {
            return null;
        }

        // Lines: process id, data directory, start time, port, socket directory, listen address, memory key, status.
        var lines = text.Split('\n', StringSplitOptions.TrimEntries);
        return int.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out var processId)
            ? new PostmasterFile(
                processId,
                int.TryParse(Line(lines, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : 0,
                Line(lines, 4),
                Line(lines, 5),
                Line(lines, 7) == "ready"
            )
            : null;
    }

    /// <summary>Whether any process has the id, be it the server or a stranger that got the number later.</summary>
    public bool IsProcessAlive()
    {
        try
        {
            using var process = Process.GetProcessById(ProcessId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private bool IsServing(string cluster)
    {
        if (!OperatingSystem.IsLinux())
        {
            return IsProcessAlive() && IsNamedPostgres();
        }

        // A server's working directory is its cluster, so this finds the very same file whatever the path looks like,
        // and something else, or nothing, when the process id was given to another program.
        return ReadShared($"/proc/{ProcessId}/cwd/{Name}") is { } theirs
            && theirs == ReadShared(Path.Combine(cluster, Name));
    }

    private bool IsNamedPostgres()
    {
        using var process = Process.GetProcessById(ProcessId);
        return process.ProcessName.Contains("postgres", StringComparison.OrdinalIgnoreCase);
    }

    private static string? ReadShared(string path)
    {
        try
        {
            using var stream = new FileStream(
                path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            );
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (UnauthorizedAccessException) when (path.StartsWith("/proc/", StringComparison.Ordinal))
        {
            // Another user's process; a server of ours runs as our user.
            return null;
        }
    }

    private static string Line(string[] lines, int index) => index < lines.Length ? lines[index] : "";
}
