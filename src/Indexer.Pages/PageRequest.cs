using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Indexer.GraphQL;
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
    private const string Suffix = ".graphql";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

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
    public async Task<T> AskAsync<T>(string name, JsonObject? variables = null)
    {
        var text = Document(name);
        asked.Add(new AskedDocument(text, variables));
        var engine = context.RequestServices.GetRequiredService<GraphQLEngine>();
        var request = new GraphQLRequest(text, Variables: JsonSerializer.SerializeToElement(variables))
        {
            IsOwn = true,
        };
        var operation =
            engine.Prepare(request, out var errors)
            ?? throw new PageException(
                StatusCodes.Status400BadRequest,
                string.Join(' ', errors.Select(it => it.Message))
            );
        using var output = new MemoryStream();
        var isWhole = await engine.ExecuteAsync(operation, output, context.RequestAborted);
        output.Position = 0;
        var answer = await JsonSerializer.DeserializeAsync<Answer<T>>(output, Json, context.RequestAborted);
        return isWhole ? answer!.Data! : throw Refusal(answer!.Errors!);
    }

    /// <summary>What is wrong with a value, without the name of the variable that it had.</summary>
    private static string Plain(IReadOnlyList<GraphQLError> errors) =>
        string.Join(
            ' ',
            errors.Select(error =>
                error.Message.StartsWith("Variable ", StringComparison.Ordinal)
                    ? error.Message[(error.Message.IndexOf("; ", StringComparison.Ordinal) + 2)..]
                    : error.Message
            )
        );

    private static PageException Refusal(IReadOnlyList<AnswerError> errors) =>
        errors.All(error => error.Extensions?.Code == "BAD_USER_INPUT")
            ? new PageException(
                StatusCodes.Status400BadRequest,
                string.Join(' ', errors.Select(error => error.Message))
            )
            : new PageException(
                StatusCodes.Status503ServiceUnavailable,
                $"The index cannot answer now: {string.Join(' ', errors.Select(error => error.Message))} Try again in a minute."
            );

    private static string Document(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name + Suffix)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private sealed record Answer<T>(T? Data, IReadOnlyList<AnswerError>? Errors);

    private sealed record AnswerError(string Message, AnswerExtensions? Extensions);

    private sealed record AnswerExtensions(string? Code);
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
public sealed record Nodes<T>(
    [property: System.Text.Json.Serialization.JsonPropertyName("nodes")] IReadOnlyList<T> All,
    int TotalCount = 0
);
