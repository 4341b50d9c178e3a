using System.Globalization;

namespace Indexer.Storage.Embedded;

/// <summary>
/// The files of the embedded database: the cluster, the server's log, and the lock of the program that uses it. The
/// lock file also marks the directory as the indexer's own; any other non-empty directory is left alone.
/// </summary>
internal sealed class DataDirectory
{
    private const string LockName = "phala-indexer.lock";
    private const string NewClusterPrefix = "cluster.new-";

    public DataDirectory(string path)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Any(char.IsControl))
        {
            throw new EmbeddedPostgresException(
                "database.dataDirectory is not a path: it is empty or has control characters."
            );
        }

        Root = Path.GetFullPath(path);
    }

    public string Root { get; }

    public string Cluster => Path.Combine(Root, "cluster");

    public ServerLog Log => new(Path.Combine(Root, "postgres.log"));

    public string LockFile => Path.Combine(Root, LockName);

    /// <summary>Holds the process id of the program that has the lock.</summary>
    public string OwnerFile => Path.Combine(Root, "owner.pid");

    /// <summary>Exists while the server was told to outlive its program.</summary>
    public string DetachedMark => Path.Combine(Root, "detached");

    public bool IsDetached => File.Exists(DetachedMark);

    /// <summary>Unlike File.Exists this does not take a directory that is closed to us for an empty one.</summary>
    private bool IsOurs => Directory.Exists(Root) && Directory.EnumerateFiles(Root, LockName).Any();

    /// <summary>Where initdb works; it becomes <see cref="Cluster"/> when it is complete.</summary>
    public string NameNewCluster() => Path.Combine(Root, $"{NewClusterPrefix}{Guid.NewGuid():N}");

    /// <summary>What killed programs left of <see cref="NameNewCluster"/>.</summary>
    public IReadOnlyList<string> HalfMadeClusters() => Directory.GetDirectories(Root, NewClusterPrefix + "*");

    /// <summary>The server that runs on this directory, if any.</summary>
    public PostmasterFile? Running() => Guard("read", () => IsOurs ? PostmasterFile.ReadLive(Cluster) : null);

    /// <summary>The version that the cluster belongs to; null when there is no cluster yet.</summary>
    public int? ClusterMajor()
    {
        if (!Guard("read", () => Directory.Exists(Cluster)))
        {
            return null;
        }

        var path = Path.Combine(Cluster, "PG_VERSION");
        return
            Guard("read", () => File.Exists(path) ? File.ReadAllText(path) : "") is var text
            && int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            ? major
            : throw new EmbeddedPostgresException(
                $"The database in {Root} is damaged: {path} is missing or unreadable. Restore the directory from a backup, "
                    + "or move it away to start with an empty one."
            );
    }

    /// <summary>Makes the directory if it is missing, refuses a foreign one, and takes the lock.</summary>
    public DataDirectoryLock Acquire()
    {
        Guard("create", () => Directory.CreateDirectory(Root));
        // In this order: whatever a start at the same moment puts there comes after its lock file.
        if (Guard("read", () => Directory.EnumerateFileSystemEntries(Root).Any() && !IsOurs))
        {
            throw new EmbeddedPostgresException(
                $"{Root} is not empty and was not made by the indexer; nothing in it was touched. "
                    + "Name a new or empty directory in database.dataDirectory."
            );
        }

        return DataDirectoryLock.Take(this);
    }

    /// <summary>As <see cref="Guard{T}"/>, for an action without a result.</summary>
    public void Guard(string verb, Action action) =>
        Guard(
            verb,
            () =>
            {
                action();
                return true;
            }
        );

    /// <summary>Turns what the operating system says into one line about this directory.</summary>
    public T Guard<T>(string verb, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Refusal(verb, e);
        }
    }

    /// <summary>What the operating system says as one line about this directory.</summary>
    public EmbeddedPostgresException Refusal(string verb, Exception reason) =>
        new(
            $"Cannot {verb} the data directory {Root}: {reason.Message} Check its owner and free space, or name another one "
                + "in database.dataDirectory.",
            reason
        );
}
