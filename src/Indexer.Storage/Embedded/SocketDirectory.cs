using System.Text;

namespace Indexer.Storage.Embedded;

/// <summary>
/// Where the server's socket is: in the data directory, or, when that path is too long for a socket or has characters
/// that connection strings give a meaning to, in a private directory with a short random name.
/// </summary>
internal static class SocketDirectory
{
    public const int Port = 5432;
    private const string ShortPrefix = "/tmp/phala-indexer-";

    // sockaddr_un holds 104 bytes with the closing zero on macOS, 108 on Linux.
    private const int LongestSocketPath = 103;

    /// <summary>Finds or makes the directory, and removes what a crash left.</summary>
    /// <param name="directory">The data directory.</param>
    /// <param name="account">The server's user.</param>
    /// <param name="earlier">Where clients expect the socket; null when there are none yet.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<string> PrepareAsync(
        DataDirectory directory,
        ServerAccount account,
        string? earlier,
        CancellationToken cancellationToken
    )
    {
        RemoveLeftovers(directory);
        if (CanHoldSocket(directory.Root))
        {
            return directory.Root;
        }

        var path = earlier ?? ShortPrefix + Guid.NewGuid().ToString("N");
        Directory.CreateDirectory(path);
        await account.TakeOverAsync(path, cancellationToken);
        return path;
    }

    /// <summary>
    /// Removes the short directory of a server that has stopped. What is in a data directory is never touched, even if
    /// its path looks like one of these, and nothing but the socket's files is ever deleted.
    /// </summary>
    public static void Remove(string path, DataDirectory directory)
    {
        var isOurs = path.StartsWith(ShortPrefix, StringComparison.Ordinal) && path != directory.Root;
        if (!isOurs || !Directory.Exists(path))
        {
            return;
        }

        File.Delete(Path.Combine(path, $".s.PGSQL.{Port}"));
        File.Delete(Path.Combine(path, $".s.PGSQL.{Port}.lock"));
        if (!Directory.EnumerateFileSystemEntries(path).Any())
        {
            Directory.Delete(path);
        }
    }

    private static bool CanHoldSocket(string path) =>
        Encoding.UTF8.GetByteCount($"{path}/.s.PGSQL.{Port}") <= LongestSocketPath
        && path.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '_' or '-');

    /// <summary>
    /// After a crash: the server refuses to start while the process id in its old lock files belongs to any process of
    /// its user. It is called only when no server runs, so then that process is a stranger.
    /// </summary>
    private static void RemoveLeftovers(DataDirectory directory)
    {
        if (PostmasterFile.Read(directory.Cluster) is not { } old)
        {
            return;
        }

        Remove(old.SocketDirectory, directory);
        if (old.IsProcessAlive())
        {
            File.Delete(Path.Combine(directory.Cluster, PostmasterFile.Name));
            File.Delete(Path.Combine(directory.Root, $".s.PGSQL.{Port}.lock"));
        }
    }
}
