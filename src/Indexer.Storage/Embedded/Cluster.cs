using System.Globalization;

namespace Indexer.Storage.Embedded;

/// <summary>Makes, starts and stops the cluster of one data directory. The caller holds the directory's lock.</summary>
internal sealed class Cluster(
    DataDirectory directory,
    ServerAccount account,
    PostgresInstallation installation,
    EmbeddedPostgresOptions options
)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public PostgresInstallation Installation => installation;

    /// <summary>Finds the programs for the cluster, or for a new one.</summary>
    public static async Task<Cluster> OpenAsync(
        DataDirectory directory,
        EmbeddedPostgresOptions options,
        IProgress<string>? progress,
        CancellationToken cancellationToken
    )
    {
        var account = ServerAccount.Choose();
        var installation = await FindAsync(directory, options, progress, cancellationToken);
        await account.RequireAccessAsync(
            installation.BinDirectory,
            "open its parent directories to all users, or run as a normal user",
            cancellationToken
        );
        return new Cluster(directory, account, installation, options);
    }

    /// <summary>Makes the cluster unless it exists. A half-made one of a killed program is made anew.</summary>
    public async Task InitializeAsync(IProgress<string>? progress, CancellationToken cancellationToken)
    {
        const string WayOut = "name a directory below /var/lib in database.dataDirectory, or run as a normal user";
        if (Directory.Exists(directory.Cluster))
        {
            await account.RequireAccessAsync(directory.Cluster, WayOut, cancellationToken);
            return;
        }

        progress?.Report($"creating a PostgreSQL {installation.Version} cluster in {directory.Root}");
        await account.TakeOverAsync(directory.Root, cancellationToken);
        await account.RequireAccessAsync(directory.Root, WayOut, cancellationToken);
        RemoveHalfMade();
        var made = directory.NameNewCluster();
        string[] arguments =
        [
            "--pgdata",
            Path.GetFileName(made),
            "--username",
            PostgresEndpoint.UserName,
            "--auth",
            "trust",
            "--encoding",
            "UTF8",
            "--locale",
            "C",
            .. options.Durable ? Array.Empty<string>() : ["--no-sync"],
        ];
        var result = await RunAsync("initdb", arguments, cancellationToken);
        if (!result.Succeeded)
        {
            throw new EmbeddedPostgresException(
                $"PostgreSQL could not make a cluster in {directory.Root}: {result.Complaint}"
            );
        }

        await File.AppendAllTextAsync(
            Path.Combine(made, "postgresql.conf"),
            $"\ninclude '{ServerSettings.FileName}'\n",
            cancellationToken
        );
        Directory.Move(made, directory.Cluster);
    }

    /// <summary>Starts the server and waits until it answers, recovery after a crash included.</summary>
    /// <param name="at">Where clients expect it; null when there are none yet.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<PostmasterFile> StartAsync(PostgresEndpoint? at, CancellationToken cancellationToken)
    {
        var socketDirectory = await SocketDirectory.PrepareAsync(directory, account, at?.Host, cancellationToken);
        await WriteSettingsAsync(socketDirectory, at?.Port, cancellationToken);
        var seconds = ((long)options.StartTimeout.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var deadline = options.Clock.GetUtcNow() + Patience;
        while (true)
        {
            var log = directory.Log;
            log.MarkStart();
            var result = await StartOnceAsync(
                ["--wait", "--timeout", seconds, "--log", "postgres.log"],
                cancellationToken
            );
            if (result.Succeeded && directory.Running() is { Ready: true } running)
            {
                return running;
            }

            var said = log.SinceStart();
            await StopAsync("immediate", CancellationToken.None);
            if (!IsPassing(said) || options.Clock.GetUtcNow() > deadline)
            {
                var reason = said.Length > 0 ? ServerLog.OneLine(said) : result.Complaint;
                throw new EmbeddedPostgresException(
                    $"PostgreSQL did not start on the data directory {directory.Root}: {reason} (log: {log.Path})"
                );
            }

            await Task.Delay(Pause, options.Clock, cancellationToken);
        }
    }

    /// <summary>Stops the server if it runs: transactions are rolled back, connections closed.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await StopAsync(options.Durable ? "fast" : "immediate", cancellationToken);
        if (directory.Running() is not null)
        {
            // It did not finish its checkpoint in time; the next start recovers.
            await StopAsync("immediate", cancellationToken);
        }

        if (directory.Running() is { } survivor)
        {
            throw new EmbeddedPostgresException(
                $"The PostgreSQL server of {directory.Root} (process {survivor.ProcessId}) does not stop; see {directory.Log.Path}."
            );
        }
    }

    /// <summary>
    /// The children of a killed server need a moment to notice, and a program that was killed while it started its server
    /// may have left one that was just coming up.
    /// </summary>
    private static bool IsPassing(string said) =>
        said.Contains("pre-existing shared memory block", StringComparison.Ordinal)
        || said.Contains($"lock file \"{PostmasterFile.Name}\" already exists", StringComparison.Ordinal);

    private void RemoveHalfMade()
    {
        foreach (var halfMade in directory.HalfMadeClusters())
        {
            try
            {
                Directory.Delete(halfMade, recursive: true);
            }
            catch (IOException)
            {
                // The initdb of a program that was killed a moment ago still writes there; a later run removes it.
            }
        }
    }

    private static async Task<PostgresInstallation> FindAsync(
        DataDirectory directory,
        EmbeddedPostgresOptions options,
        IProgress<string>? progress,
        CancellationToken cancellationToken
    )
    {
        var major = directory.ClusterMajor();
        try
        {
            return await options.Locator.FindAsync(major, progress, cancellationToken);
        }
        catch (PostgresNotFoundException e) when (major is not null)
        {
            throw new PostgresNotFoundException(
                $"The database in {directory.Root} was made by PostgreSQL {major}. {e.Message} "
                    + "Or move the directory away to index anew."
            );
        }
    }

    private async Task<CommandResult> StartOnceAsync(string[] arguments, CancellationToken cancellationToken)
    {
        try
        {
            return await PgCtlAsync("start", arguments, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await StopAsync("immediate", CancellationToken.None);
            throw;
        }
    }

    private async Task StopAsync(string mode, CancellationToken cancellationToken)
    {
        if (directory.Running() is { } running)
        {
            await PgCtlAsync("stop", ["--wait", "--timeout", "60", "--mode", mode], cancellationToken);
            SocketDirectory.Remove(running.SocketDirectory, directory);
        }
    }

    private async Task WriteSettingsAsync(string socketDirectory, int? port, CancellationToken cancellationToken)
    {
        var path = Path.Combine(directory.Cluster, ServerSettings.FileName);
        await File.WriteAllTextAsync(path, ServerSettings.Text(options, socketDirectory, port), cancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            // Root writes it, the server's user reads it, whatever the umask is.
            File.SetUnixFileMode(
                path,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead
            );
        }
    }

    private Task<CommandResult> PgCtlAsync(string verb, string[] arguments, CancellationToken cancellationToken) =>
        RunAsync(
            "pg_ctl",
            [verb, "--silent", "--pgdata", Path.GetFileName(directory.Cluster), .. arguments],
            cancellationToken
        );

    // Paths are given relative to the data directory: pg_ctl passes them through a shell.
    private Task<CommandResult> RunAsync(string program, string[] arguments, CancellationToken cancellationToken) =>
        account.RunAsync(installation.Program(program), arguments, directory.Root, cancellationToken);
}
