using System.Security.Cryptography;

namespace Indexer.GraphQL.Explorer;

/// <summary>The files of the page, embedded in this assembly.</summary>
internal static class ExplorerAssets
{
    private const string Folder = "Explorer/Page/";
    private const int VersionLength = 16;

    /// <summary>All of them, by file name.</summary>
    public static IReadOnlyDictionary<string, ExplorerAsset> All { get; } =
        typeof(ExplorerAssets)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(Read)
            .ToDictionary(asset => asset.Name, StringComparer.Ordinal);

    /// <summary>Changes with any of the files: part of their address, so that they can be cached for ever.</summary>
    public static string Version { get; } = Hash(All.Values);

    private static ExplorerAsset Read(string resource)
    {
        using var stream = typeof(ExplorerAssets).Assembly.GetManifestResourceStream(resource)!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        var type = Path.GetExtension(resource) switch
        {
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".html" => "text/html; charset=utf-8",
            var extension => throw new InvalidOperationException($"{resource}: there is no type for {extension}."),
        };
        return new ExplorerAsset(resource[Folder.Length..], type, content.ToArray());
    }

    private static string Hash(IEnumerable<ExplorerAsset> assets)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var asset in assets.OrderBy(asset => asset.Name, StringComparer.Ordinal))
        {
            hash.AppendData(SHA256.HashData(asset.Content));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..VersionLength];
    }
}

/// <summary>A file that the page loads.</summary>
/// <param name="Name">File name.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="Content">The bytes.</param>
internal sealed record ExplorerAsset(string Name, string ContentType, byte[] Content);
