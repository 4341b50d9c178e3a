using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Indexer.GraphQL.Explorer;

/// <summary>Answers browsers that open the address of the endpoint, with a page that needs no other host.</summary>
internal sealed partial class ExplorerPage(ExplorerOptions options)
{
    private const string Document = "index.html";
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly string[] RequestParameters = ["query", "extensions", "documentId"];

    private readonly string title = WebUtility.HtmlEncode(options.Title);

    // The serializer escapes "<": no text of an example ends the element that holds the settings.
    private readonly string settings = JsonSerializer.Serialize(
        new { examples = options.Examples, schema = options.Schema },
        JsonSerializerOptions.Web
    );

    /// <summary>Whether a request is that of a browser that wants to show something, and no GraphQL request.</summary>
    public static bool IsWanted(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && !RequestParameters.Any(request.Query.ContainsKey)
        && MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
        && accepted.Any(range =>
            range.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase) && range.Quality != 0
        );

    /// <summary>Writes the page.</summary>
    public Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        response.ContentType = PageFiles.Explorer.All[Document].ContentType;
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = "Accept";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers["Referrer-Policy"] = "no-referrer";
        return response.WriteAsync(Html(Base(context.Request.Path)), context.RequestAborted);
    }

    private string Html(string fileBase) =>
        Place()
            .Replace(
                Encoding.UTF8.GetString(PageFiles.Explorer.All[Document].Content),
                place =>
                    place.Groups["name"].Value switch
                    {
                        "title" => title,
                        "settings" => settings,
                        _ => fileBase,
                    }
            );

    /// <summary>
    /// Where the files are, relative to the address of the page: right behind a proxy that takes a prefix away, too.
    /// </summary>
    private static string Base(PathString path)
    {
        var last = path.Value![(path.Value!.LastIndexOf('/') + 1)..];
        return $"{(last.Length == 0 ? "" : $"{Uri.EscapeDataString(last)}/")}{PageFiles.ExplorerFolder}/{PageFiles.Explorer.Version}";
    }

    [GeneratedRegex(@"\{(?<name>title|settings|base)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}

/// <summary>The page that browsers get at the endpoint, to write queries and read the schema.</summary>
public sealed record ExplorerOptions
{
    /// <summary>The name of the product, plain text.</summary>
    public string Title { get; init; } = "GraphQL";

    /// <summary>The queries to begin with, in the order to show them; the first is open on the first visit.</summary>
    public IReadOnlyList<DocumentedQuery> Examples { get; init; } = [];

    /// <summary>Where the schema can be downloaded, relative to the page; null for nowhere.</summary>
    public string? Schema { get; init; }
}
