using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Indexer.GraphQL.Explorer;

/// <summary>Files that pages load, embedded in an assembly. Their version is part of their address, so they can be cached for ever.</summary>
public sealed class PageFiles
{
    private const int VersionLength = 16;

    /// <summary>Reads them.</summary>
    /// <param name="assembly">Where they are embedded.</param>
    /// <param name="folder">How the names of their resources begin, e.g. "Explorer/Page/".</param>
    public PageFiles(Assembly assembly, string folder)
    {
        All = assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .Select(name => Read(assembly, name, folder.Length))
            .ToDictionary(file => file.Name, StringComparer.Ordinal);
        Version = Hash(All.Values);
    }

    /// <summary>The files of the page to explore GraphQL with.</summary>
    public static PageFiles Explorer { get; } = new(typeof(PageFiles).Assembly, "Explorer/Page/");

    /// <summary>The folder of the explorer's files, below the endpoint.</summary>
    public const string ExplorerFolder = "explorer";

    /// <summary>Changes with any of the files.</summary>
    public string Version { get; }

    internal IReadOnlyDictionary<string, PageFile> All { get; }

    /// <summary>Writes the file that the route values <c>version</c> and <c>name</c> tell; 404 when there is none.</summary>
    /// <param name="context">The request.</param>
    public async Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        response.Headers.XContentTypeOptions = "nosniff";
        var values = context.Request.RouteValues;
        if (values["version"] as string != Version || !All.TryGetValue((string)values["name"]!, out var file))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        response.ContentType = file.ContentType;
        response.ContentLength = file.Content.Length;
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        await response.Body.WriteAsync(file.Content, context.RequestAborted);
    }

    private static PageFile Read(Assembly assembly, string resource, int start)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
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
        return new PageFile(resource[start..], type, content.ToArray());
    }

    private static string Hash(IEnumerable<PageFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            hash.AppendData(SHA256.HashData(file.Content));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..VersionLength];
    }
}

/// <summary>A file that a page loads.</summary>
/// <param name="Name">File name.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="Content">The bytes.</param>
internal sealed record PageFile(string Name, string ContentType, byte[] Content);
