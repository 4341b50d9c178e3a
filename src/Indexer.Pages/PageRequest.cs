using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Indexer.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Indexer.Pages;

/// <summary>
/// A browser's request for a page. Its data come from the product's own GraphQL, by documents that lie beside the page: whatever is shown
/// can be asked for by anybody, and the page links to it.
/// </summary>
public sealed class PageRequest(HttpContext context)
{
    private readonly List<AskedDocument> asked = [];

    /// <summary>The time at which the page is made.</summary>
    public DateTimeOffset Now { get; } = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <summary>What was asked, in order.</summary>
    public IReadOnlyList<AskedDocument> Asked => asked;

    /// <summary>From the page to the root of the site, for links that hold behind a proxy with a prefix.</summary>
    public string Root { get; } =
        string.Concat(
            Enumerable.Repeat("../", Math.Max(0, context.Request.Path.Value!.Count(letter => letter == '/') - 1))
        );

    /// <summary>A part of the path.</summary>
    public string Route(string name) => (string)context.GetRouteValue(name)!;

    /// <summary>A parameter of the query string; null when it is missing or empty.</summary>
    public string? Query(string name) => context.Request.Query[name] is [{ Length: > 0 } value] ? value.Trim() : null;

    /// <summary>A parameter that is one of several words, of which the first is the default.</summary>
    /// <exception cref="PageException">It is another.</exception>
    public string Choice(string name, params IReadOnlyList<string> words)
    {
        var value = Query(name) ?? words[0];
        return words.Contains(value, StringComparer.Ordinal)
            ? value
            : throw new PageException(
                StatusCodes.Status400BadRequest,
                $"{name} is “{value}”; it can be {string.Join(", ", words)}."
            );
    }

    /// <summary>Asks one of the documents.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="variables">Its variables.</param>
    /// <exception cref="PageException">It was refused: what was asked for does not exist, or the index is too busy.</exception>
    public Task<T> AskAsync<T>(string name, JsonObject? variables = null)
    {
        asked.Add(new AskedDocument(PageDocuments.Text(name), variables));
        var engine = context.RequestServices.GetRequiredService<GraphQLEngine>();
        return PageDocuments.AskAsync<T>(engine, name, variables, context.RequestAborted);
    }
}

/// <summary>A document with its variables.</summary>
public sealed record AskedDocument(string Text, JsonObject? Variables)
{
    /// <summary>The address of the explorer with it, below the site's root: the fragment never reaches a server.</summary>
    public string Link =>
        $"graphql#query={Uri.EscapeDataString(Text)}"
        + (Variables is null ? "" : $"&variables={Uri.EscapeDataString(Variables.ToJsonString())}");
}

/// <summary>A list of GraphQL.</summary>
public sealed record Nodes<T>([property: JsonPropertyName("nodes")] IReadOnlyList<T> All, int TotalCount = 0);
