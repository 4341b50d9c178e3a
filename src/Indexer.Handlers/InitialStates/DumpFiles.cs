using System.Formats.Tar;
using System.IO.Compression;

namespace Indexer.Handlers.InitialStates;

/// <summary>The files of a dump: those of a folder, or of an archive (tar, gzip) of one.</summary>
internal static class DumpFiles
{
    /// <summary>The files with their names, one open at a time.</summary>
    /// <param name="path">The folder or archive.</param>
    /// <exception cref="InitialStateException">There is none, or it is broken.</exception>
    public static IEnumerable<(string Name, Stream Content)> Of(string path) =>
        Directory.Exists(path) ? InFolder(path)
        : File.Exists(path) ? InArchive(path)
        : throw new InitialStateException($"{path} does not exist; name the archive (.tar.gz) or its unpacked folder.");

    private static IEnumerable<(string Name, Stream Content)> InFolder(string path)
    {
        foreach (var file in Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories).Order())
        {
            using var content = File.OpenRead(file);
            yield return (file, content);
        }
    }

    private static IEnumerable<(string Name, Stream Content)> InArchive(string path)
    {
        using var file = File.OpenRead(path);
        using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        using var tar = new TarReader(unzipped);
        while (Next(tar, path) is { } entry)
        {
            if (entry is { EntryType: TarEntryType.RegularFile or TarEntryType.V7RegularFile, DataStream: { } content })
            {
                yield return ($"{path}:{entry.Name}", content);
            }
        }
    }

    private static TarEntry? Next(TarReader tar, string path)
    {
        try
        {
            return tar.GetNextEntry();
        }
        catch (Exception problem) when (problem is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw new InitialStateException(
                $"{path} is no archive in the form .tar.gz, or is not whole: {problem.Message} Fetch it again."
            );
        }
    }
}
