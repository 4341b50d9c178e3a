namespace Indexer.Storage.Embedded;

/// <summary>
/// A private PostgreSQL cluster in a data directory, run by this program: reachable only by its user, started with the
/// program and stopped with it. A killed program leaves its server behind; the next start stops that cleanly first.
/// One program at a time may run a directory; others may connect (<see cref="TryFindRunning"/>).
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private readonly EmbeddedPostgresOptions _options;
    private readonly DataDirectory _directory;
    private readonly Cluster _cluster;
    private readonly DataDirectoryLock _lock;
    private readonly bool _leaveRunning;
    private bool _disposed;

    private EmbeddedPostgres(
        EmbeddedPostgresOptions options,
        Cluster cluster,
        DataDirectoryLock held,
        PostgresEndpoint endpoint,
        bool leaveRunning
    )
    {
        (_options, _directory) = (options, new DataDirectory(options.DataDirectory));
        (_cluster, _lock, Endpoint, _leaveRunning) = (cluster, held, endpoint, leaveRunning);
    }

    /// <summary>Where it listens.</summary>
    public PostgresEndpoint Endpoint { get; }

    /// <summary>The server programs in use.</summary>
    public PostgresInstallation Installation => _cluster.Installation;

    /// <summary>The connection string of one database of the cluster; it need not exist yet.</summary>
    /// <param name="database">Database name.</param>
    public string ConnectionString(string database) => Endpoint.ConnectionString(database);

    /// <summary>
    /// Starts the cluster, making it on first use. A server that <see cref="StartDetachedAsync"/> left running is used
    /// as it is, and outlives this object.
    /// </summary>
    /// <param name="options">Where and how.</param>
    /// <param name="progress">Is told about steps that take a moment.</param>
    /// <param name="cancellationToken">Gives up; nothing is left running.</param>
    /// <exception cref="PostgresNotFoundException">No server programs.</exception>
    /// <exception cref="EmbeddedPostgresException">
    /// The directory is in use, foreign, damaged, of another version, or the server does not start.
    /// </exception>
    public static async Task<EmbeddedPostgres> StartAsync(
        EmbeddedPostgresOptions options,
        IProgress<string>? progress,
        CancellationToken cancellationToken
    )
    {
        var directory = new DataDirectory(options.DataDirectory);
        var held = directory.Acquire();
        try
        {
            var cluster = await Cluster.OpenAsync(directory, options, progress, cancellationToken);
            var running = directory.Running();
            if (running is { Ready: true } && directory.IsDetached)
            {
                return new EmbeddedPostgres(options, cluster, held, running.Endpoint, leaveRunning: true);
            }

            if (running is not null)
            {
                progress?.Report(
                    $"stopping the server (process {running.ProcessId}) that a killed indexer left in {directory.Root}"
                );
                await cluster.StopAsync(cancellationToken);
            }

            await cluster.InitializeAsync(progress, cancellationToken);
            directory.Guard("write", () => File.Delete(directory.DetachedMark));
            var server = await cluster.StartAsync(at: null, cancellationToken);
            return new EmbeddedPostgres(options, cluster, held, server.Endpoint, leaveRunning: false);
        }
        catch (Exception e)
        {
            held.Dispose();
            if (e is IOException or UnauthorizedAccessException)
            {
                throw directory.Refusal("use", e);
            }

            throw;
        }
    }

    /// <summary>Starts the cluster and leaves it running when the program ends, until <see cref="StopAsync"/>.</summary>
    /// <param name="options">Where and how.</param>
    /// <param name="progress">Is told about steps that take a moment.</param>
    /// <param name="cancellationToken">Gives up; nothing is left running.</param>
    /// <exception cref="EmbeddedPostgresException">As for <see cref="StartAsync"/>.</exception>
    public static async Task<PostgresEndpoint> StartDetachedAsync(
        EmbeddedPostgresOptions options,
        IProgress<string>? progress,
        CancellationToken cancellationToken
    )
    {
        var postgres = await StartAsync(options, progress, cancellationToken);
        using var held = postgres._lock;
        var directory = new DataDirectory(options.DataDirectory);
        await File.WriteAllTextAsync(directory.DetachedMark, "", cancellationToken);
        return postgres.Endpoint;
    }

    /// <summary>Stops a server that no program holds: a detached one, or one that a killed program left behind.</summary>
    /// <param name="options">Its directory.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>False when none was running.</returns>
    /// <exception cref="EmbeddedPostgresException">Another program holds it, or it does not stop.</exception>
    public static async Task<bool> StopAsync(EmbeddedPostgresOptions options, CancellationToken cancellationToken)
    {
        var directory = new DataDirectory(options.DataDirectory);
        if (directory.Running() is null)
        {
            return false;
        }

        using var held = directory.Acquire();
        var cluster = await Cluster.OpenAsync(directory, options, progress: null, cancellationToken);
        await cluster.StopAsync(cancellationToken);
        File.Delete(directory.DetachedMark);
        return true;
    }

    /// <summary>Stops the server and deletes the data directory with everything in it. A missing directory is fine.</summary>
    /// <param name="options">Its directory.</param>
    /// <param name="cancellationToken">Gives up waiting for the server.</param>
    /// <exception cref="EmbeddedPostgresException">Another program holds it, or it is not the indexer's.</exception>
    public static async Task DeleteAsync(EmbeddedPostgresOptions options, CancellationToken cancellationToken)
    {
        var directory = new DataDirectory(options.DataDirectory);
        if (!Directory.Exists(directory.Root))
        {
            return;
        }

        using var held = directory.Acquire();
        if (directory.Running() is not null)
        {
            var cluster = await Cluster.OpenAsync(directory, options, progress: null, cancellationToken);
            await cluster.StopAsync(cancellationToken);
        }

        directory.Guard("delete", () => Directory.Delete(directory.Root, recursive: true));
    }

    /// <summary>Whether a data directory holds a cluster. Creates and starts nothing.</summary>
    /// <param name="dataDirectory">The directory.</param>
    /// <exception cref="EmbeddedPostgresException">The directory cannot be read.</exception>
    public static bool Exists(string dataDirectory) => new DataDirectory(dataDirectory).ClusterMajor() is not null;

    /// <summary>The server that runs on a data directory, whoever started it; null when none does.</summary>
    /// <param name="dataDirectory">The directory.</param>
    /// <exception cref="EmbeddedPostgresException">The directory cannot be read.</exception>
    public static PostgresEndpoint? TryFindRunning(string dataDirectory) =>
        new DataDirectory(dataDirectory).Running() is { Ready: true } running ? running.Endpoint : null;

    /// <summary>
    /// Watches over the server until cancelled: one that died (killed, or for want of memory) is started again where its clients
    /// know it, which loses nothing that was committed. A detached server is its starter's.
    /// </summary>
    /// <param name="progress">Is told of each start, and why one failed.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task KeepAliveAsync(IProgress<string>? progress, CancellationToken cancellationToken)
    {
        while (!_leaveRunning)
        {
            await Task.Delay(_options.Watch, _options.Clock, cancellationToken);
            if (_directory.Running() is not null)
            {
                continue;
            }

            try
            {
                progress?.Report($"the PostgreSQL server of {_directory.Root} has ended; starting it again");
                await _cluster.StartAsync(Endpoint, cancellationToken);
                progress?.Report("the PostgreSQL server runs again");
            }
            catch (Exception exception) when (exception is EmbeddedPostgresException or IOException)
            {
                progress?.Report(exception.Message);
            }
        }
    }

    /// <summary>Stops the server (unless it is detached) and frees the directory for others.</summary>
    /// <exception cref="EmbeddedPostgresException">The server does not stop.</exception>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        using (_lock)
        {
            if (!_leaveRunning)
            {
                await _cluster.StopAsync(CancellationToken.None);
            }
        }
    }
}
