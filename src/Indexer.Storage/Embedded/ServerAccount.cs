namespace Indexer.Storage.Embedded;

/// <summary>
/// The user that the server runs as: the caller, or, because PostgreSQL refuses root, <c>postgres</c> or else
/// <c>nobody</c> when the caller is root.
/// </summary>
/// <param name="Name">Name for messages.</param>
/// <param name="Ids">Numeric "user:group" to switch to; null to stay the caller.</param>
/// <param name="Switch">The command line that runs a program as that user; empty to stay the caller.</param>
internal sealed record ServerAccount(string Name, string? Ids, IReadOnlyList<string> Switch)
{
    public static ServerAccount Choose()
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return new ServerAccount(Environment.UserName, null, []);
        }

        var users = File.ReadLines("/etc/passwd")
            .Select(line => line.Split(':'))
            .Where(user => user.Length > 3)
            .ToList();
        var user =
            users.Find(user => user[0] == "postgres")
            ?? users.Find(user => user[0] == "nobody")
            ?? throw new EmbeddedPostgresException(
                "PostgreSQL refuses to run as root and there is no user postgres or nobody; "
                    + "run as a normal user or add one with `useradd --system postgres`."
            );
        var (name, ids) = (user[0], $"{user[2]}:{user[3]}");
        return OnPath("setpriv")
                ? new(name, ids, ["setpriv", "--reuid", user[2], "--regid", user[3], "--clear-groups", "--"])
            : OnPath("runuser") ? new(name, ids, ["runuser", "-u", name, "--"])
            : throw new EmbeddedPostgresException(
                "PostgreSQL refuses to run as root and neither setpriv nor runuser is on PATH to switch to another user; "
                    + "run as a normal user or install util-linux."
            );
    }

    /// <summary>Runs a program as this user.</summary>
    public Task<CommandResult> RunAsync(
        string program,
        IReadOnlyList<string> arguments,
        string workingDirectory,
        CancellationToken cancellationToken
    )
    {
        string[] line = [.. Switch, program, .. arguments];
        return Command.RunAsync(line[0], line.Skip(1), workingDirectory, cancellationToken);
    }

    /// <summary>Gives a directory to this user and closes it to all others.</summary>
    public async Task TakeOverAsync(string directory, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.SetUnixFileMode(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (Ids is null)
        {
            return;
        }

        var result = await Command.RunAsync("chown", [Ids, directory], "/", cancellationToken);
        if (!result.Succeeded)
        {
            throw new EmbeddedPostgresException($"Cannot give {directory} to the user {Name}: {result.Complaint}");
        }
    }

    /// <summary>Makes sure that another user than the caller can get into a directory.</summary>
    public async Task RequireAccessAsync(string directory, string wayOut, CancellationToken cancellationToken)
    {
        if (Ids is null)
        {
            return;
        }

        var result = await RunAsync("sh", ["-c", "cd -- \"$1\"", "sh", directory], "/", cancellationToken);
        if (!result.Succeeded)
        {
            throw new EmbeddedPostgresException(
                $"PostgreSQL refuses to run as root, and the user {Name} that it would run as cannot enter {directory} "
                    + $"({result.Complaint}): {wayOut}."
            );
        }
    }

    private static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(directory => File.Exists(Path.Combine(directory, program)));
}
